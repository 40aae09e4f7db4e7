"""Makes a Connections.csv of any size with invented people, the same for the same seed.

The people are of many cultures; the file has what real ones have: notes above the header, few emails,
hidden members, quoted commas and quotation marks, names in several scripts, no line break at the end.

    python -m tests.exchange.generator OUT.csv --rows 2000 --seed 1
"""

from __future__ import annotations

import argparse
import csv
import io
import random
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

NOTES = (
    "Notes:\n"
    '"Some addresses are missing from this list: members choose whether their connections may see them,'
    ' ""as they please"". See the help pages for more."\n\n'
)
HEADER = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_NAMES = (
    ("Amara Chidi Ngozi Tunde Zainab Emeka", "Okafor Adeyemi Nwosu Balogun Eze Bello"),
    ("Ines Duarte Beatriz Tomás Mafalda João", "Carvalho Sequeira Moura Teixeira Falcão Brandão"),
    ("Jörg Anneliese Käthe Moritz Friederike Götz", "Müller Schönfeld Grünwald Vogt Böhm Krüger"),
    ("Aoife Niamh Cormac Oisín Saoirse Fergal", "O'Brien Gallagher Ní Dhomhnaill Byrne Keane Quirke"),
    ("Priya Arjun Meera Rohan Kavya Vikram", "Raghavan Deshpande Iyer Bhattacharya Kulkarni Menon"),
    ("Yusuf Leyla Emre Defne Kerem Şirin", "Yılmaz Özdemir Çelik Aydın Kaya Güneş"),
    ("伟 芳 娜 静 敏 磊", "张 王 李 刘 陈 杨"),
    ("さくら 健太 美咲 翔 陽菜 大輔", "佐藤 鈴木 高橋 田中 伊藤 渡辺"),
    ("Анна Дмитрий Ольга Иван Светлана Павел", "Иванова Соколов Морозова Волков Зайцева Орлов"),
    ("ليلى يوسف مريم كريم سلمى عمر", "حداد منصور خليل نجار صالح عيسى"),
    ("Freja Søren Åsa Björn Linnéa Øyvind", "Lindqvist Nørgaard Ångström Halvorsen Sjöberg Dahl"),
    ("Mateo Lucía Joaquín Ximena Nicolás Valentina", "Fernández Quispe Ibáñez Núñez Herrera Peña"),
    ("Maya Daniel Grace Oliver Naomi Samuel", "Lin Whitaker Osei Hargreaves Tanaka-Reid Flores"),
    ("Thanh Minh Lan Quang Hương Đức", "Nguyễn Trần Phạm Vũ Đặng Hoàng"),
)
# Most members write their name in plain letters; the others are as many as among people who travel.
_WEIGHTS = (16, 8, 6, 6, 16, 5, 4, 3, 3, 3, 4, 5, 30, 4)
_FIRST = "Northwind Amber Harbour Cobalt Lantern Juniper Meridian Fjord Saffron Granite Willow Tern".split()
_SECOND = (
    "Robotics",
    "Labs",
    "Energy, Inc.",
    "Health",
    "& Sons",
    "Analytics",
    "Maritime GmbH",
    "Foods",
    '"Studio"',
)
_WHAT = ("Design", "Software", "Grid", "Policy", "Climate", "Product", "Hardware", "Data", "People")
_ROLES = ("Lead", "Engineer", "Director, Partnerships", "Researcher", "Manager", 'VP, "Growth"', "Consultant")


def connections(
    rows: int, seed: int = 1, *, notes: bool = True, hidden: float = 0.01, bare: float = 0.0
) -> str:
    """Return the text of an export with that many rows.

    `hidden` is the share of members without a name, `bare` the share of rows without an address of profile.
    """
    chance = random.Random(seed)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    day = date(2026, 11, 20)
    for number in range(rows):
        day -= timedelta(days=chance.random() < 6000 / max(rows, 1) and chance.randint(0, 2))
        writer.writerow(_row(chance, number, day, chance.random() < hidden, chance.random() < bare))
    return (NOTES if notes else "") + out.getvalue().rstrip("\n")


def _row(chance: random.Random, number: int, day: date, hidden: bool, bare: bool) -> tuple[str, ...]:
    when = f"{day.day:02} {MONTHS[day.month - 1]} {day.year}"
    if hidden:
        return ("", "", "", "", "", "", when)
    ((givens, families),) = chance.choices(_NAMES, _WEIGHTS)
    given = chance.choice(givens.split())
    family = chance.choice(families.split()) + chance.choice(("",) * 12 + (", PhD", " (she/her)"))
    slug = quote(f"{given}-{family.split(',')[0].split(' (')[0]}-{number}".lower().replace("'", ""))
    url = "" if bare else f"https://www.linkedin.com/in/{slug}"
    email = f"person{number}@{chance.choice(_FIRST).lower()}.example" if chance.random() < 0.06 else ""
    organization = f"{chance.choice(_FIRST)} {chance.choice(_SECOND)}" if chance.random() < 0.95 else ""
    title = f"{chance.choice(_WHAT)} {chance.choice(_ROLES)}" if organization else ""
    return (given, family, url, email, organization, title, when)


def main() -> None:
    """Write a file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chosen.out.write_text(connections(chosen.rows, chosen.seed), encoding="utf-8")


if __name__ == "__main__":
    main()
