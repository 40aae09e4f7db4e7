"""Names, places and languages of invented people of many cultures, for networks of any size."""

from __future__ import annotations

from typing import NamedTuple


class Culture(NamedTuple):
    """Whence some of the people come."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    places: tuple[tuple[str, str], ...]
    """Places with their time zones."""
    language: str
    weight: int
    """How many of a hundred or so."""
    family_first: bool = False
    joined: str = " "
    """What stands between the names."""


def _culture(
    weight: int,
    language: str,
    given: str,
    family: str,
    *places: tuple[str, str],
    family_first: bool = False,
    joined: str = " ",
) -> Culture:
    return Culture(
        tuple(given.split()), tuple(family.split()), places, language, weight, family_first, joined
    )


CULTURES = (
    _culture(
        22,
        "English",
        "Alice Ben Charlotte Dominic Eleanor Fraser Georgia Harriet Imogen Jack Kirsty Lewis Megan Nathan Owen "
        "Poppy Rory Sophie Tessa Vincent Wesley Abigail Caleb Daphne",
        "Ashdown Bexley Carmody Dunmore Eastwick Farrow Greaves Holloway Ingram Jessop Kellaway Langford Merrick "
        "Norwood Oakes Pemberton Ridley Stanhope Thackeray Underhill Wainwright Yarrow Ackroyd Blythe",
        ("London", "Europe/London"),
        ("Leeds", "Europe/London"),
        ("Dublin", "Europe/Dublin"),
        ("Toronto", "America/Toronto"),
        ("Seattle", "America/Los_Angeles"),
        ("Melbourne", "Australia/Melbourne"),
    ),
    _culture(
        9,
        "German",
        "Annika Bärbel Christoph Dörte Elias Franziska Gunnar Hannes Ilse Jürgen Katrin Lukas Mareike Nele Ole "
        "Philipp Ruth Sönke Thorsten Ute",
        "Achterberg Brückner Dietze Eichhorn Fröhlich Gärtner Hübner Jäger Köster Lindner Möbius Niemeyer Oßwald "
        "Pröll Rößler Schütte Tiedemann Übele Voß Wächter",
        ("Hamburg", "Europe/Berlin"),
        ("Leipzig", "Europe/Berlin"),
        ("Zürich", "Europe/Zurich"),
        ("Wien", "Europe/Vienna"),
    ),
    _culture(
        8,
        "Spanish",
        "Alba Benicio Camila Diego Esperanza Facundo Guadalupe Hernán Inés Julián Leonor Martín Noemí Óscar Paloma "
        "Ramón Soledad Tomás Úrsula Íñigo",
        "Alcázar Bermúdez Cárdenas Domínguez Escudero Figueroa Garrido Hinojosa Izquierdo Jiménez Ledesma Muñoz "
        "Ordóñez Pizarro Quintana Robledo Sepúlveda Tejada Urrutia Zúñiga",
        ("Bogotá", "America/Bogota"),
        ("Sevilla", "Europe/Madrid"),
        ("Ciudad de México", "America/Mexico_City"),
        ("Montevideo", "America/Montevideo"),
    ),
    _culture(
        6,
        "Portuguese",
        "Afonso Benedita Caetano Débora Estêvão Flávia Gonçalo Helena Inácio Jacinta Lourenço Márcia Nuno Otávio "
        "Patrícia Rúben Simão Telma Vasco Zélia",
        "Abrantes Bragança Coutinho Damásio Esteves Fragoso Guimarães Henriques Junqueira Lobato Magalhães Noronha "
        "Onofre Patrício Queirós Romão Sarmento Taveira Valadares Xavier",
        ("Lisboa", "Europe/Lisbon"),
        ("Recife", "America/Recife"),
        ("São Paulo", "America/Sao_Paulo"),
    ),
    _culture(
        7,
        "French",
        "Aurélie Bastien Céleste Damien Élodie Fabrice Gaëlle Hugo Irène Joël Léonie Maëlys Noël Océane Pascal "
        "Rémi Solène Théo Véronique Yann",
        "Aubertin Beaufort Chevallier Delacourt Étienne Fontenelle Garrigue Hébert Jourdain Lefèvre Marchand "
        "Noiret Pélissier Quesnel Roussel Sénéchal Thibault Vauquelin Desmarais Bélanger",
        ("Lyon", "Europe/Paris"),
        ("Genève", "Europe/Zurich"),
        ("Montréal", "America/Montreal"),
        ("Dakar", "Africa/Dakar"),
    ),
    _culture(
        9,
        "Hindi",
        "Aditi Bhavesh Chitra Devansh Esha Farhan Gauri Harish Ishita Jayant Kamala Lalit Madhuri Nikhil Ojas "
        "Pallavi Ritesh Sunita Tarun Urvashi",
        "Agarwal Banerjee Chauhan Dasgupta Gokhale Hegde Joshi Kamat Lahiri Mahajan Nambiar Oberoi Pillai "
        "Ranganathan Saxena Thakur Upadhyay Varma Wadhwa Yadav",
        ("Bengaluru", "Asia/Kolkata"),
        ("Pune", "Asia/Kolkata"),
        ("Leicester", "Europe/London"),
    ),
    _culture(
        3,
        "Hindi",
        "आरव कविता दीपक नेहा पूजा राहुल सीमा विजय अनिल मीना",
        "शर्मा वर्मा गुप्ता मिश्रा जोशी पटेल सिंह यादव तिवारी कपूर",
        ("Jaipur", "Asia/Kolkata"),
        ("Lucknow", "Asia/Kolkata"),
    ),
    _culture(
        6,
        "Mandarin",
        "Haoran Jiayi Kexin Lei Mengting Ningxin Peiyu Qiang Ruolan Shanshan Tianyu Wenjing Xinyi Yichen Zihan "
        "Bowen Chunhua Dongmei Fengyi Guanyu",
        "Bai Cai Deng Fang Gong Hou Jiang Kong Lu Meng Ouyang Pan Qiao Ren Shen Tang Wei Xie Yin Zhuang",
        ("Shenzhen", "Asia/Shanghai"),
        ("Singapore", "Asia/Singapore"),
        ("Vancouver", "America/Vancouver"),
    ),
    _culture(
        3,
        "Mandarin",
        "子涵 雨欣 浩然 思远 晓梅 建国 丽华 文博 海燕 志强 佳怡 明轩",
        "王 赵 孙 周 吴 郑 冯 褚 卫 蒋 沈 韩",
        ("台北", "Asia/Taipei"),
        ("上海", "Asia/Shanghai"),
        family_first=True,
        joined="",
    ),
    _culture(
        3,
        "Japanese",
        "葵 蓮 結衣 悠真 凛 大和 千尋 航 真由美 拓也 茜 直樹",
        "小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 清水 長谷川",
        ("京都", "Asia/Tokyo"),
        ("福岡", "Asia/Tokyo"),
        family_first=True,
    ),
    _culture(
        3,
        "Korean",
        "서연 민준 지우 도윤 하은 예준 수아 시우 지민 현우 유진 태영",
        "김 이 박 최 정 강 조 윤 장 임 한 오",
        ("서울", "Asia/Seoul"),
        ("부산", "Asia/Seoul"),
        family_first=True,
        joined="",
    ),
    _culture(
        4,
        "Arabic",
        "Amina Bilal Dalia Faisal Ghada Hisham Iman Jamila Karim Lubna Munir Nadia Omar Rania Samir Tariq Wafa Yara "
        "Ziad Huda",
        "Abdelaziz Barakat Darwish El-Masri Farouk Ghannam Haddad Issa Jaber Kassem Labidi Mansouri Nassar Othman "
        "Qasim Rahal Sabbagh Taha Wahbi Zaidan",
        ("Beirut", "Asia/Beirut"),
        ("Casablanca", "Africa/Casablanca"),
        ("Amman", "Asia/Amman"),
    ),
    _culture(
        2,
        "Arabic",
        "نور سامي هدى رامي ليان فارس دانة ياسر رنا طارق",
        "الحسيني قاسم بركات درويش العلي زيدان شاهين الخطيب سالم عثمان",
        ("القاهرة", "Africa/Cairo"),
        ("دبي", "Asia/Dubai"),
    ),
    _culture(
        2,
        "Hebrew",
        "נועה יונתן תמר איתי מיכל עומר שירה אורי יעל דניאל",
        "כהן לוי מזרחי פרץ ביטון אברהם פרידמן שפירא גולן ברק",
        ("תל אביב", "Asia/Jerusalem"),
    ),
    _culture(
        4,
        "Russian",
        "Алексей Вера Глеб Дарья Егор Жанна Зоя Игорь Ксения Лев Мария Никита Полина Роман София Тимофей",
        "Антонов Белова Громов Дьяков Ершова Журавлёв Зимин Ильина Киселёв Лапина Мельников Носова Панов Рябова",
        ("Алматы", "Asia/Almaty"),
        ("Tbilisi", "Asia/Tbilisi"),
        ("Riga", "Europe/Riga"),
    ),
    _culture(
        2,
        "Greek",
        "Αντώνης Βασιλική Γιώργος Δήμητρα Ελένη Ζωή Ηλίας Θάλεια Ιάσονας Κατερίνα",
        "Αλεξίου Βλάχος Γεωργίου Δημητρίου Ζαχαρίας Ιωάννου Κωστόπουλος Λαμπράκης Νικολάου Παππάς",
        ("Αθήνα", "Europe/Athens"),
        ("Θεσσαλονίκη", "Europe/Athens"),
    ),
    _culture(
        5,
        "Swahili",
        "Achieng Baraka Chiamaka Dalila Eshe Folake Gathoni Hamisi Ifeoma Juma Kwame Makena Nia Obinna Penda Rashidi "
        "Sekai Thandiwe Uzoma Wanjiru",
        "Abubakar Boateng Chukwu Danjuma Emecheta Fofanah Gitau Hamadi Igwe Kamau Lungu Mbeki Ndlovu Ochieng Phiri "
        "Quaye Rutto Sibanda Tshabalala Wekesa",
        ("Nairobi", "Africa/Nairobi"),
        ("Lagos", "Africa/Lagos"),
        ("Cape Town", "Africa/Johannesburg"),
        ("Accra", "Africa/Accra"),
    ),
    _culture(
        4,
        "Turkish",
        "Ayşe Barış Ceren Doğukan Elif Ferhat Gülşah Hakan Işıl Kaan Melis Nihat Özge Pınar Sinan Tuğba Uğur Zeynep",
        "Akın Bozkurt Çetin Demir Erdoğdu Gökçe Ilgaz Karaca Öztürk Polat Şahin Tekin Uysal Yalçın Ünal Toprak",
        ("İstanbul", "Europe/Istanbul"),
        ("İzmir", "Europe/Istanbul"),
    ),
    _culture(
        4,
        "Polish",
        "Agnieszka Błażej Celina Dobrosław Ewa Grzegorz Hanna Jacek Kinga Łukasz Małgorzata Oskar Paweł Róża "
        "Stanisław Wanda Zbigniew Žofie Tereza Václav",
        "Adamczyk Brzozowski Cieślak Dąbrowska Górski Jabłoński Kaczmarek Łuczak Majewska Nowicki Ostrowska "
        "Pawlak Rutkowska Sikora Tomczyk Wójcik Zając Dvořák Němcová Procházka",
        ("Kraków", "Europe/Warsaw"),
        ("Brno", "Europe/Prague"),
    ),
    _culture(
        4,
        "Swedish",
        "Agneta Bjarne Dagny Einar Frøya Göran Håkon Ingrid Jóhanna Kåre Liv Märta Nils Ragnhild Sigurður Tuva "
        "Þóra Väinö Ærik Eeva",
        "Berglund Dalgaard Ekström Fjeldstad Grönroos Håkansson Isaksen Jónsdóttir Korhonen Löfgren Mäkinen Nygård "
        "Østergaard Pálsson Rönnqvist Sørlie Thorvaldsen Virtanen Wikström Ålund",
        ("Göteborg", "Europe/Stockholm"),
        ("Helsinki", "Europe/Helsinki"),
        ("Reykjavík", "Atlantic/Reykjavik"),
        ("Aarhus", "Europe/Copenhagen"),
    ),
    _culture(
        4,
        "Vietnamese",
        "Anh Bích Châu Dũng Giang Hạnh Khánh Linh Mỹ Nga Oanh Phúc Sơn Thảo Tuấn Uyên Việt Xuân",
        "Bùi Cao Đinh Đỗ Dương Hồ Huỳnh Lê Lý Mai Ngô Phan Tạ Tô Trịnh Trương Võ Vương",
        ("Đà Nẵng", "Asia/Ho_Chi_Minh"),
        ("Hà Nội", "Asia/Ho_Chi_Minh"),
        family_first=True,
    ),
    _culture(
        2,
        "Thai",
        "กานต์ ชนิดา ณัฐ ธนา นภา พิมพ์ มนัส วรรณา ศิริ อารี",
        "ทองดี บุญมา รักไทย แก้วใส ศรีสุข ใจดี พงษ์ไพร สายชล",
        ("กรุงเทพฯ", "Asia/Bangkok"),
    ),
)
