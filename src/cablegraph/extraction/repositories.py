"""Archives by the names papers give them: ``Archive of the President of the Russian Federation`` is the ``APRF``."""

# ruff: noqa: E501  (a table is read best with a row to a line)

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cablegraph.patterns import compiled

# One archive a row: its usual short form, its notation, and other forms (a regular expression). Sources: the archives'
# own guides. An archive that is not here is still kept, with its whole reference as written.
_TABLE: Final = r"""
APRF       | russian | AP ?RF | Arkhiv Prezidenta R(?:ossi[iy]skoi )?F(?:ederatsii)? | Archives? of the President(?: of|,)(?: the)? Russian Federation | Russian Presidential Archive | Presidential Archive of the Russian Federation | АПРФ | АП РФ
AVPRF      | russian | AVP ?RF | (?:Archive of|Arkhiv Vneshnei) (?:the )?(?:Foreign Policy|Politiki)(?: of|,)?(?: the)? R(?:ussian )?F(?:ederation)? | Foreign Policy Archives? of the Russian Federation | АВПРФ | АВП РФ
RGASPI     | russian | Russian State Archives? of Social?(?: and |-)Political History | Russian State Archive of Socio-Political History | РГАСПИ
RGANI      | russian | Russian State Archives? of Contemporary History | РГАНИ
TsKhSD     | russian | TsHSD | Center for the (?:Storage|Preservation) of Contemporary Documentation | ЦХСД
TsAMO      | russian | TsAMO ?RF | CAMO | TsAMORF | Central Archives? of the (?:Russian )?Ministry of Defen[cs]e(?: of the Russian Federation)? | ЦАМО
GARF       | russian | State Archives? of the Russian Federation | ГАРФ
RTsKhIDNI  | russian | RTSKHIDNI | RCHIDNI | RTsHIDNI | Russian Cent(?:er|re) for the (?:Preservation|Conservation|Storage) and (?:Study|Research) of (?:Documents of (?:Recent|Modern|Contemporary) History|Records of Modern History) | РЦХИДНИ
RGAE       | russian | Russian State Archive of the Economy | РГАЭ
RGVA       | russian | Russian State Military Archive | РГВА
TsDAHOU    | russian | TsDAGOU | TsDAHO | Central State Archive of Public Organi[sz]ations of Ukraine
TsDA       | russian | TSDA | CDA | Central State Archive,? Sofia | Bulgarian Central State Archive | ЦДА
AMSZ       | amsz    | Archiwum Ministerstwa Spraw Zagranicznych | Archiwum MSZ | Archive of the Polish Ministry of Foreign Affairs | Polish Foreign Ministry Archive
CAW        |         | Centralne Archiwum Wojskowe | Central Military Archives?(?:,? (?:Warsaw|Rembertów))?
AAN        |         | Archiwum Akt Nowych
IPN        |         | Instytut Pamięci Narodowej | Institute of National (?:Remembrance|Memory) | Archive of the Institute of National Remembrance
SAPMO-BArch | german | (?:Bundesarchiv|BArch),? SAPMO(?:[- ]?BA(?:rch)?)? | SAPMO[- ]?BA | SAPMO(?:[- ]?BA(?:rch)?)? Berlin | SAPMO | Stiftung Archiv der Parteien und Massenorganisationen(?: der (?:ehemaligen )?DDR)?(?: (?:im|beim) Bundesarchiv)?(?:,? Berlin)? | Foundation Archives? of (?:the )?Parties and Mass Organi[sz]ations of the (?:former )?GDR(?: in the (?:German )?Federal Archives?)?
BArch      | german  | Bundesarchiv(?: Koblenz| Berlin)? | German Federal Archives?
PA AA      | german  | PolA AA | PAAA | PA/AA | PA-AA | Politisches Archiv des Auswärtigen Amts | Political Archive of the (?:German )?(?:Federal )?Foreign Office | Political Archive,? (?:of the )?Auswärtiges Amt
BStU       | german  |
PRC FMA    | file    | PRCFMA | PRC Foreign Ministry Archives? | Chinese Foreign Ministry Archives? | Archives? of the (?:PRC|Chinese) (?:Ministry of Foreign Affairs|Foreign Ministry) | Foreign Ministry Archives? of the PRC
MOL        |         | MNL[- ]OL | MNL | MOL[- ]?OL | Magyar (?:Nemzeti Levéltár )?Országos Levéltár(?:a)? | Hungarian National Archives? | National Archives? of Hungary
HU OSA     |         | HU-OSA | Open Society Archives?(?:,? Budapest)? | Vera and Donald Blinken Open Society Archives?
AJ         |         | Arhiv Jugoslavije | Archives? of Yugoslavia
DASMIP     |         | DAMSP | Diplomatic Archives? of the (?:Serbian Ministry of Foreign Affairs|Ministry of Foreign Affairs of Serbia)
Istituto Gramsci |   | Fondazione (?:Istituto )?Gramsci | Gramsci Institute
LVVA       | russian | Latvian State Historical Archives?
LVA        | russian | Latvian State Archives?
LYA        |         | Lithuanian Special Archives?
SUA        |         | SÚA | Státní ústřední archiv
NA ČR      |         | Národní archiv | National Archives?, Prague | NA,? (?:Prague|Praha) | ČNA | Czech National Archives?
Romanian National Archives | | National Archives? of Romania | Arhivele Naționale ale României
Nehru Memorial Museum and Library | | NMML
AQSH       |         | Arkivi Qendror i Shtetit | Central State Archives? of Albania | Albanian Central State Archives?
AQPPSH     |         | AQ-?PPSH | Central Archives? of the (?:Albanian )?Party of Labou?r
A MZV      |         | AMZV | Archiv ministerstva zahraničních věcí
AMVnR      | russian | AMVNR | Diplomatic Archives?,? (?:Bulgarian Foreign Ministry|of the Bulgarian (?:Foreign Ministry|Ministry of Foreign Affairs)) | Diplomatic Archives?(?=, Sofia\b)
ANIC       |         | Arhivele Naționale Istorice Centrale | (?:Romanian )?(?:National )?Central Historical (?:National )?Archives?(?: of Romania)?
AMAE       |         | AMFA | Arhiva Ministerului Afacerilor Externe | Archives? of the (?:Romanian (?:Ministry of Foreign Affairs|Foreign Ministry)|Ministry of Foreign Affairs of Romania)
Diplomatic Archives of the Ministry of Foreign Affairs of Japan | | DAMFAJ | Diplomatic Archive of the Ministry of Foreign Affairs of Japan
DAMFA-CHN  |         |
National Archives of Ireland | | NAI
SANA       |         | SAB | South African National Archives? | National Archives? of South Africa | South Africa National Archives?
National Archives of India | |
Vietnam National Archives Center No. 3 | | (?:Vietnam(?:ese)?(?:'s|’s)? )?National Archives Cent(?:er|re) (?:No\. ?|Number )(?:3|III)
National Archives of Australia | british | NAA
UK National Archives | british  | (?:The )?National Archives \((?:United Kingdom|U\.?K\.?|Great Britain|Britain|England|Kew|London)\) | The National Archives(?:,? \(?(?:TNA|Kew|UK|London)\)?| of the (?:UK|United Kingdom))+ | TNA(?:[ :]+PRO)? | PRO | Public Record Office | National Archives of the (?:UK|United Kingdom)
National Archives | american | US National Archives | U\.S\. National Archives | National Archives (?:and Records Administration|at College Park|II) | NARA
Library and Archives Canada | | LAC
Riksarkivet |        | Swedish National Archives
ISA        |         | Israel State Archives?
CZA        |         | Central Zionist Archives?
IDFA       |         | IDF Archives?
UKA        |         | Urho Kekkosen arkisto | Urho Kekkonen Archives?
UMA        |         | Ulkoministeriön arkisto | Archives? of the Finnish (?:Foreign Ministry|Ministry (?:of|for) Foreign Affairs)
AHMRE      |         | Arquivo Histórico do Ministério das Relações Exteriores
AHMREC     |         | AMRECIC | Archivo Histórico de Cancillería
AMREC      |         | Archivo General Histórico del Ministerio de Relaciones Exteriores
CPDOC      |         | FGV[/ -]CPDOC | CPDOC[/ -]FGV
AHGE       |         | Archivo Histórico Genaro Estrada
ADMAE      |         | AMAEF | Ministère des Affaires [Éé]trangères(?=,? La Courneuve|,? \(La Courneuve) | Archives [Dd]iplomatiques(?: du Ministère des Affaires [Éé]trangères)?
CADN       |         | Centre des [Aa]rchives diplomatiques de Nantes
ANF        |         | Archives nationales de France | Archives [Nn]ationales,? Paris
Istituto Luigi Sturzo | | Istituto Sturzo | Luigi Sturzo Institute
Fondazione Bettino Craxi | | Fondazione Craxi
ASMAE      |         | ASDMAE | Archivio Storico(?: Diplomatico)? del Ministero degli Affari Esteri
ACS        |         | Archivio Centrale dello Stato
AISG       |         | APCI | Archivio del Partito Comunista Italiano
CH-BAR     |         | Schweizerisches Bundesarchiv | Swiss Federal Archives?
NL-HaNA    |         | Nationaal Archief
OeStA      |         | ÖStA | Österreichisches Staatsarchiv
ABS        |         | Archiv bezpečnostních složek
VÚA        |         | VUA | VHA | Vojenský ústřední archiv
ÚSD        |         | USD AV ČR
ÁBTL       |         | ABTL | Állambiztonsági Szolgálatok Történeti Levéltára
CNSAS      |         | ACNSAS
COMDOS     | russian |
HDA SBU    | russian | GDA SBU | SBU Archives? | Sectoral State Archives? of the (?:Security Service of Ukraine|SBU) | (?:State )?Archives? of the Security Service of Ukraine | ГДА СБУ
TsGAOOU    | russian |
LCVA       |         | Lithuanian Central State Archives?
ERAF       |         | Estonian State Archives?
AMPJ       |         | AMPJSh | Arkivi i Ministrisë së Punëve të Jashtme
AJBT       |         | Arhiv Josipa Broza Tita
AMSP       |         | ASMIP | AMIP | DAMSPS | Arhiv Ministarstva [Ss]poljnih [Pp]oslova
HDA        |         | Hrvatski državni arhiv | Croatian State Archives?
SANDF      |         | South African National Defen[cs]e Force (?:Documentation Cent(?:re|er)|Archives?) | SANDF (?:Archives?|Documentation Cent(?:re|er)) | Department of Defen[cs]e Archives?,? Pretoria
UNARMS     |         | UN (?:Archives?|ARCHIVES) | United Nations Archives?(?: and Records Management (?:Section|Service))?
ICRC Archives |      | ACICR | A ?CICR
NATO Archives |      |
IAEA Archives |      |
AMRE       |         | Archivo del Ministerio de Relaciones Exteriores
CCPCC      |         | Archives? of the Central Committee of the Communist Party of Cuba | Archivo del Comité Central(?: del Partido Comunista de Cuba)?
Diplomatic Archives of the Republic of Korea | | ROK (?:Diplomatic|Foreign Ministry) Archives? | South Korean (?:Diplomatic|Foreign Ministry) Archives?
Shanghai Municipal Archives | | SMA
Library of Congress | | LOC,? Manuscript Division
National Security Archive | |
ANC        |         | Arquivo Nacional,? Rio de Janeiro | National Archives of Brazil
HIA        |         | Hoover Institution Archives? | Hoover Institution Library and Archives
Department of State | american |
"""


@dataclass(frozen=True, slots=True)
class Repository:
    """An archive: the short form by which references name it, and the notation of its references (or empty)."""

    name: str
    notation: str = ""


def _read() -> tuple[re.Pattern[str], dict[str, Repository]]:
    forms: list[tuple[str, str]] = []
    table: dict[str, Repository] = {}
    for number, row in enumerate(_TABLE.strip().splitlines()):
        name, notation, *others = (cell.strip() for cell in re.split(r"\s\|(?=\s|$)", row))
        group = f"r{number}"
        table[group] = Repository(name, notation)
        written = [re.escape(name), *(other for other in others if other)]
        names = "|".join(sorted(written, key=len, reverse=True))
        forms.append((group, names.replace("\\ ", r"\s").replace(" ", r"\s")))  # names may run over a line's end
    # "National Archives" last: other archives' names begin with it.
    forms.sort(key=lambda form: "NARA" in form[1])
    body = "|".join(f"(?P<{group}>{names})" for group, names in forms)
    return compiled(rf"(?<![\w/])(?:the )?(?:{body})(?:\s?\([A-Z][\w /-]{{1,12}}\))?(?![\w-])"), table


_PATTERN, _BY_GROUP = _read()
_LIKE_ONE = compiled(
    r"(?:archiv|arkiv|arhiv|arquivo|archivum|levéltár|librar|bibliot|museum|papers\b|record office|documentation cent(?:re|er)|documents cent(?:re|er)|centro de documentaci[oó]n|centre de documentation|dokumentationszentrum|архив|档案)",
    re.IGNORECASE,
)


def at(text: str, start: int, end: int) -> tuple[Repository, int, int] | None:
    """The first archive named in ``text[start:end]``, with the offsets of its name."""
    return next(iter(_named(text, start, end)), None)


def named(text: str, start: int, end: int) -> list[tuple[Repository, int, int]]:
    """All archives named in ``text[start:end]``, in order."""
    return list(_named(text, start, end))


def _named(text: str, start: int, end: int) -> Iterator[tuple[Repository, int, int]]:
    for match in _PATTERN.finditer(text, start, end):
        archive = _BY_GROUP[match.lastgroup or ""]
        if archive.name == "National Archives" and (
            _OF_ANOTHER.match(text, match.end(), end) or _COUNTRY.search(match[0])
        ):
            continue
        yield archive, match.start(), match.end()


_COUNTRY = compiled(r"\((?!US|USA|U\.S|United States|NARA|Washington|College|Maryland)[A-Z][a-z]")
"""``National Archives (Malta)``"""
_OF_ANOTHER = compiled(
    r"\s(?:of|in)\s(?!the United States|America|Washington)|\s(?:Cent(?:er|re)|Department|Institute)\b"
)
"""``National Archives of Malta`` and ``National Archives Center 3, Hanoi`` are not those of the United States."""


def looks_like_one(words: str) -> bool:
    """Whether words name an archive, a library or a museum that is not in the table."""
    return bool(_LIKE_ONE.search(words))


_CAPITAL: Final = r"[A-ZÀ-ÖØ-ÞŠŽČА-ЯЁ]"
_LETTERS = compiled(
    rf"(?P<letters>{_CAPITAL}(?:[^\W\d_]{{0,2}}{_CAPITAL}){{1,9}}(?:[ -]{_CAPITAL}{{2,8}}){{0,2}})(?:\s?\([^()]{{2,80}}\))?"
)
_NO_LETTERS = compiled(
    r"\b(?:IBID|IBIDEM|ID|IDEM|SEE|ALSO|AND|OR|IN|CF|COPY|COPIES|SAME|NOTE|SOURCES?|ORIGINAL|ARCHIVE|FOND|TOP|SECRET|FROM)\b"
)


def is_lettered(words: str) -> bool:
    """Whether words are the letters of an archive, in the table or not: ``XYZ``, ``TsGAOR``, ``GAC (City Archive)``."""
    match = _LETTERS.fullmatch(words)
    return match is not None and not _NO_LETTERS.search(match["letters"])


def lettered(text: str, start: int, end: int) -> int | None:
    """Where the letters of an archive begin with which ``text[start:end]`` ends, as before a fond: ``…; XYZ, ``."""
    last = start + len(text[start:end].rstrip(" ,:\n\u00a0"))
    for match in _LETTERS.finditer(text, start, last):
        apart = match.start() == start or not text[match.start() - 1].isalnum()
        if match.end() == last and apart and is_lettered(match[0]):
            return match.start()
    return None
