"""Outlook's contacts as CSV, with headers in the language of the program.

Known shapes: English, German, French, Spanish, Italian, Dutch and Portuguese headers; commas, or semicolons;
Windows-1252 or UTF-8. 'Title' is 'Dr.' and 'Job Title' the work; in French both are called 'Titre', and the
second is the work. A day that is not known is '0/0/00'. Categories stand with ';' between them.
"""

from __future__ import annotations

from tui.exchange.columns import Format

OUTLOOK = Format(
    key="outlook",
    words="Outlook contacts",
    columns={
        "name": ("display name", "anzeigename", "nom complet", "nombre para mostrar"),
        "prefix": ("title", "anrede", "tratamiento", "titolo", "aanhef", "tratamento"),
        "given": ("first name", "given name", "vorname", "prénom", "nombre", "nome", "voornaam"),
        "middle": (
            *("middle name", "weitere vornamen", "zweiter vorname", "deuxième prénom", "segundo nombre"),
            *("secondo nome", "middelste naam", "segundo nome"),
        ),
        "family": (
            *("last name", "surname", "nachname", "nom", "apellidos", "apellido", "cognome", "achternaam"),
            "sobrenome",
        ),
        "suffix": ("suffix", "suffixe", "sufijo", "suffisso", "achtervoegsel", "sufixo"),
        "nickname": ("nickname", "spitzname", "surnom", "sobrenombre", "bijnaam", "apelido"),
        "organization": (
            *("company", "firma", "société", "organización", "compañía", "società", "bedrijf", "empresa"),
        ),
        "department": ("department", "abteilung", "service", "departamento", "reparto", "afdeling"),
        "title": ("job title", "position", "titre", "fonction", "puesto", "cargo", "posizione", "functie"),
        "email": (
            *("e-mail address", "e-mail # address", "email address", "email # address"),
            *("e-mail-adresse", "e-mail-adresse #", "e-mail #: adresse", "adresse de messagerie"),
            *(
                "adresse de messagerie #",
                "dirección de correo electrónico",
                "dirección del correo electrónico",
            ),
            *("dirección de correo electrónico #", "dirección del correo electrónico #"),
            *("indirizzo posta elettronica", "indirizzo posta elettronica #", "e-mailadres", "e-mailadres #"),
            *("endereço de email", "endereço de email #", "endereço de e-mail", "endereço de e-mail #"),
        ),
        "phone": (
            *("mobile phone", "business phone", "business phone #", "home phone", "home phone #"),
            *("primary phone", "other phone", "company main phone"),
            *("mobiltelefon", "mobiltelefon #", "telefon geschäftlich", "telefon geschäftlich #"),
            *("telefon privat", "telefon privat #", "telefon (privat)", "telefon (privat #)", "haupttelefon"),
            *("weiteres telefon", "telefon firma"),
            *("tél. mobile", "téléphone (bureau)", "téléphone # (bureau)", "téléphone (domicile)"),
            *("téléphone # (domicile)", "téléphone principal", "téléphone (autre)", "téléphone société"),
            *("teléfono móvil", "teléfono del trabajo", "teléfono del trabajo #", "teléfono particular"),
            *("particular: teléfono", "teléfono principal", "otro teléfono"),
            *("cellulare", "ufficio", "ufficio #", "abitazione", "abitazione #", "telefono principale"),
            *("mobiele telefoon", "telefoon op werk", "telefoon op werk #", "telefoon thuis"),
            *("telefoon thuis #", "hoofdtelefoon"),
            *("telefone celular", "telefone comercial", "telefone comercial #", "telefone residencial"),
            *("telefone residencial #", "telefone principal"),
        ),
        "profile": (
            *("web page", "personal web page", "webseite", "page web", "página web", "pagina web"),
            *("webpagina", "página da web"),
        ),
        "place": (
            *("home city", "business city", "other city", "ort privat", "ort geschäftlich", "weiterer ort"),
            *("ville (domicile)", "ville (bureau)", "ville (autre)", "ciudad de residencia"),
            *("ciudad del domicilio", "ciudad de trabajo", "città (ab.)", "città (uff.)", "plaats (thuis)"),
            *("plaats (werk)", "cidade do endereço residencial", "cidade do endereço comercial"),
        ),
        "country": (
            *("home country", "home country/region", "business country", "business country/region"),
            *("land/region privat", "land/region geschäftlich", "pays (domicile)", "pays (bureau)"),
            *("pays/région (domicile)", "pays/région (bureau)", "país o región de residencia"),
        ),
        "birthday": (
            *("birthday", "geburtstag", "anniversaire", "cumpleaños", "compleanno", "verjaardag"),
            "aniversário",
        ),
        "groups": (
            *("categories", "kategorien", "catégories", "categorías", "categorie", "categorieën"),
            "categorias",
        ),
        "interests": ("hobby", "passe-temps", "afición", "hobby's"),
        "notes": ("notes", "notizen", "notas", "note", "notities", "anotações"),
    },
    marks=frozenset(
        (
            *("e-mail address", "e-mail display name", "e-mail # address", "business phone", "mobile phone"),
            *("home phone", "business street", "job title", "web page", "company main phone"),
            *("weitere vornamen", "strasse geschaftlich", "telefon geschaftlich", "mobiltelefon"),
            *(
                "e-mail #: adresse",
                "ort geschaftlich",
                "geburtstag",
                "e-mail-adresse",
                "e-mail-typ",
                "webseite",
            ),
            *("adresse de messagerie", "adresse de messagerie #", "tel. mobile", "rue (bureau)"),
            *("telephone (bureau)", "ville (bureau)", "page web", "deuxieme prenom"),
            *("direccion de correo electronico", "direccion del correo electronico", "telefono movil"),
            *("telefono del trabajo", "segundo nombre", "pagina web", "indirizzo posta elettronica"),
            *("cellulare", "secondo nome", "compleanno", "mobiele telefoon", "telefoon op werk"),
            *("middelste naam", "e-mailadres", "telefone celular", "telefone comercial", "segundo nome"),
            *("endereco de email", "endereco de e-mail"),
        )
    ),
    marked=3,
    last=frozenset(("titre",)),
)
"""How Outlook writes a table, in seven languages."""
