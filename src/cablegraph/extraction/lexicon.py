"""Words that stand beside names and are none: ranks, offices, bodies, and places of headings: ``Comrade``, ``Chargé``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

from typing import Final

from cablegraph.patterns import compiled

COURTESY: Final = (
    r"Comrades?|Cdes?\.?|Comr\.?|Com\.|(?-i:cc?\.(?= [A-Z]))|Tov\.?|Tovarishch|Mr\.?|Mrs\.?|Ms\.?|Messrs\.?|Miss|Madame|Mme\.?|Mlle\.?|M\.(?= [A-Z][a-zé])|MM\.|"
    r"Dr\.?|Prof(?:essor|\.)?|(?:The )?(?:Right |Rt\.? )?Hon(?:orable|ourable|\.)?|Honou?red|Esteemed|Respected|Dear|Sir|Lord|Lady|Earl|Count|Baron|Viscount|"
    r"Marquis|Prince|Princess|Duke|Señora?|Senhora?|Don|Dom|Herrn?|Frau|Freiherr|Graf|Ritter|Conde|Comte|Monsieur|H\. ?E\.|(?:His|Her) (?:(?:Imperial|Royal|Serene) )?(?:Excellency|Highness|Majesty|Grace|Lordship)|Her Excellency|Excellency|Reverend|Rev\.?|"
    r"Ato|Blatt(?:a|engeta)|Dejazma(?:t)?ch|Fitawrari|Lij|Compañer[oa]s?|Camaradas?|E[xc]{1,2}mo\.?|Citizen|Chevalier|Bey|Hadji|Friends?|the late|Thakin|Shri(?:mati)?|Smt\.?|Begum|Tunku|Tengku|Datuk|Signor[ae]?|Genosse[n]?|Towarzysz\w{0,3}|Tow\.|Soudruh\w?|Tovarăș\w{0,3}|Elvtárs"
)
"""Words of courtesy before a name."""

RANK: Final = (
    r"(?:Lieut(?:enant|\.)?|Lt\.?|Major|Maj\.?|Brigadier|Brig\.?|Colonel|Col\.?|Rear|Vice|Army|Chief)?[ -]?"
    r"(?:General|Gen\.?|Colonel|Col\.?|Admiral|Adm\.?)(?: of the Army)?|Lieut(?:enant|\.)?|Lt\.?|Major|Maj\.?|Captain|Capt\.?|"
    r"Marshal(?: of (?:the Soviet Union|Poland|France|Yugoslavia))?|Generalissimo|Commodore|(?:Lieutenant|Lieut\.?) Commander|Commander|Brigadier|Brig\.?|Sergeant|Private|"
    r"Generaloberst|Generalleutnant|Generalmajor|Armeegeneral|Oberst(?:leutnant)?|Hauptmann|Major[- ]General|Lieutenant[- ]General|Colonel[- ]General|General[- ](?:Lieutenant|Major|Colonel)"
)
"""Ranks before a name."""

_OFFICE_NOUN: Final = (
    r"Ambassador|Minister(?: Resident)?|Resident(?:[- ]General)?|Chargé|Charge|Consul(?:[- ]General)?|Vice[- ]Consul|Secretary(?:[- ]General)?|President|Premier|Chairman|Chairwoman|"
    r"Chancellor|Envoy|Commissioner|Director(?:[- ]General)?|Chief|Head|Attaché|Attache|Counsell?or|Delegate|Representative|"
    r"Agent|Commander(?:[- ]in[- ]Chief)?|Deputy|Governor|Emperor|King|Queen|Sultan|Adviser|Advisor|Inspector|Engineer|Member|"
    r"(?:Surgeon|Attorney|Postmaster|Adjutant|Quartermaster|Solicitor|Inspector|Paymaster)[- ]General|Superintendent|Postmaster|Officer|Correspondent|Editor|Prime Minister|Foreign Minister|Under ?[Ss]ecretary|Nuncio|Legate|"
    r"Plenipotentiary|Rector|Manager|Chief of Staff|Leader|Regent|Commissar|Khedive|Tycoon|Taikun|Mikado|Viceroy|Taotai|Vizier|Observer|Solicitor|(?:(?<=[Tt]he )|(?<![a-z] ))(?:Shah|Khan)|Tsar|Marshal|Speaker|Treasurer|Clerk|Judge|Senator|"
    r"Congressman|Aide|Assistant|Interpreter|Spokesman|Collector|Marshal|Military Attaché|Counselor|Ministers|Ambassadors|Consuls|Secretaries|"
    r"(?:Co-)?Chairmen|Co-Chairman|Representatives|Commissioners|Officers|Chiefs|Delegates|Agents|Missions|Embassies|Legations|Consulates"
)
OFFICE: Final = compiled(rf"\b(?:{_OFFICE_NOUN}|{_OFFICE_NOUN.upper()})\b")
"""A noun that makes a phrase an office."""

BODY: Final = compiled(
    r"(?i)\b(?:Ministry|(?:People[’']s )?Commissariat|Embassy|Legation|Consulate(?:[- ]General)?|Department|Politburo|Central Committee|CC|Committee|Directorate|"
    r"Governments?|Council|Delegation|Section|Administration|Commission|Bureau|Party|Mission|Office|Secretariat|Presidium|Agency|"
    r"Command|Headquarters|General Staff|MFA|MID|Kremlin|Foreign Office|Association|Accounts|Archives?|Institute|Board|Court|"
    r"Company|Society|Union|Congress|Senate|Assembly|Academy|Chamber|Division|Branch|Staff|Registry|Center|Centre|Cabinet|"
    r"VKP\(b\)|SCNR|CPSU|CCP|PZPR|SED|Permanent Mission|Field Organization|Military Council|Leadership|Stavka|Yam[eê]n|Sublime Porte|Wai[- ]?wu[- ]?[Pp]u|Foreign Board|Riksdag|Reichstag|Duma|Divan|Army|Ministries|Staff|Confederation|Federation|League|White House|(?-i:(?:Organi[sz]ation|ORGANI[SZ]ATION)(?= (?:of|OF) (?:the |THE )?[A-Z]))|KGB|NKVD|MVD|GRU|CIA|FBI|Stasi|Securitate|House of Representatives|Parliament|(?-i:DSIP|SSIP|MSZ|MINREX|MINREL|MINAFFET|MfAA|MZV|MAE|FCO|Itamaraty|Farnesina)|(?-i:[A-Z][\w’-]+ (?:Bank|Corporation|Syndicate|Trust Company))|(?:am|ind|us|brit)emb(?:assy)?|amconsul|amcongen|secstate|usmission|usun)\b"
)
"""A noun that makes a phrase a body."""

OFFICE_IN_PROSE: Final = compiled(
    r"(?:the |our |your |their )?(?:(?:[A-Z][a-z]+|acting|deputy|first|second|third|military|new|former|vice|foreign|prime|general|high|political)[ -]?)*"
    r"(?:ambassador|minister|chargé|consul|secretary|president|premier|chairman|chancellor|envoy|commissioner|director|attaché|counsell?or|representative|"
    r"commander|governor|adviser|legate|nuncio|leader)s?(?:[- ]general|[- ]resident| plenipotentiary)?(?: d'affaires)?(?: (?:of|for) (?:foreign affairs|foreign relations|war|marine|finance|state))?(?:(?: (?:in|to|of|at|for) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*){1,2}|(?: of the (?:\w+ )?powers))?"
)
"""An office in small letters, as labels and lists give it: ``the Soviet ambassador in Pyongyang``."""

GROUP: Final = compiled(
    r"(?i)^(?:the )?(?:all|certain|other|various|American|diplomatic|consular|several)\b.*\b(?:embassies|missions|consulates|posts|legations|officers|"
    r"ambassadors|representatives|ministers|consuls|agents|offices|members|governments)\b|^(?!dear|esteemed|respected|hon|highly|the )(?:[\w-]+ ){1,3}(?:abroad|comrades|guests|leaders|officials|diplomats|delegations|families|allies)$|^(?:others|friends|the friends)$|^(?:the )?(?:diplomatic |foreign |consular )*(?:representatives|ministers|envoys|consuls|plenipotentiaries|ambassadors|agents) of (?:the )?(?:[\w-]+ )?powers\b|^(?:the )?(?:heads|chiefs|sovereigns|rulers|presidents) of (?:all |certain |the |various |other )*(?:[\w-]+ ){0,2}(?:governments|states|nations|missions|delegations|powers|republics)\b|^(?:the )?princes?,? and (?:the )?(?:high )?ministers\b"
)
"""A collective without a name."""

PLACES: Final = frozenset({
    "Moscow", "Beijing", "Peking", "Peiping", "Pyongyang", "Phyongyang", "Washington", "London", "Paris",
    "Berlin", "Warsaw", "Prague", "Budapest", "Bucharest", "Sofia", "Belgrade", "Tirana", "Vienna", "Rome",
    "Geneva", "Bonn", "Havana", "Mexico", "Tokyo", "Seoul", "Hanoi", "Saigon", "Delhi", "Rangoon", "Jakarta",
    "Djakarta", "Bandung", "Kabul", "Tehran", "Teheran", "Ankara", "Istanbul", "Constantinople", "Cairo",
    "Addis", "Lagos", "Accra", "Conakry", "Algiers", "Tunis", "Rabat", "Nairobi", "Pretoria", "Luanda",
    "Leningrad", "Petrograd", "Kiev", "Kyiv", "Minsk", "Riga", "Tallinn", "Vilnius", "Tbilisi", "Yerevan",
    "Baku", "Tashkent", "Dushanbe", "Vladivostok", "Khabarovsk", "Irkutsk", "Omsk", "Archangel", "Murmansk",
    "Vologda", "Harbin", "Mukden", "Shenyang", "Tianjin", "Tientsin", "Shanghai", "Nanjing", "Nanking",
    "Guangzhou", "Canton", "Hankow", "Chungking", "Chongqing", "Kunming", "Xian", "Urumchi", "Urumqi", "Kalgan",
    "Antung", "Andong", "Dalian", "Dairen", "Kaesong", "Panmunjom", "Wonsan", "Genzan", "Hamhung", "Sinuiju",
    "Seisin", "Chongjin", "Sariwon", "Haeju", "Kaidzio", "Tsinnampo", "Kaisiu", "Yokohama", "Kobe", "Nagasaki",
    "Osaka", "Kyoto", "Manila", "Bangkok", "Singapore", "Colombo", "Karachi", "Islamabad", "Lahore", "Dacca",
    "Dhaka", "Calcutta", "Bombay", "Madras", "Kathmandu", "Ulan-Bator", "Ulaanbaatar", "Stockholm", "Oslo",
    "Christiania", "Copenhagen", "Helsinki", "Helsingfors", "Reykjavik", "Dublin", "Lisbon", "Madrid",
    "Barcelona", "Brussels", "Amsterdam", "Bern", "Berne", "Zurich", "Basel", "Athens", "Nicosia", "Beirut",
    "Damascus", "Baghdad", "Jerusalem", "Amman", "Riyadh", "Ottawa", "Montreal", "Caracas", "Bogota", "Lima",
    "Quito", "Santiago", "Montevideo", "Asuncion", "Brasilia", "Managua", "Guatemala", "Panama", "Kingston",
    "Honolulu", "Boston", "Chicago", "Philadelphia", "Baltimore", "Annapolis", "Yalta", "Potsdam", "Dresden",
    "Leipzig", "Hamburg", "Munich", "Frankfurt", "Cologne", "Dusseldorf", "Katowice", "Krakow", "Gdansk",
    "Danzig", "Bratislava", "Zagreb", "Sarajevo", "Skopje", "Bled", "Varna", "Batum", "Tiflis", "Odessa",
    "Sevastopol", "Kharkov", "Lvov", "Lusaka", "Maputo", "Kinshasa", "Leopoldville", "Brazzaville", "Dakar",
    "Bamako", "Mogadishu", "Khartoum", "Tripoli", "Sanaa", "Aden", "Kuwait", "Doha", "Jassy", "Cetinje",
    "Tangier", "Honduras", "Lourenço", "Vladikavkaz", "Samara", "Chita", "Blagoveshchensk", "Krasnoyarsk",
    "Washdc", "Tomsk", "Novosibirsk", "Yekaterinburg", "Ekaterinburg", "Perm", "Kazan",
}) | {
    "New York", "New Delhi", "Addis Ababa", "Ulan Bator", "East Berlin", "West Berlin", "Hong Kong", "The Hague", "Mexico City", "Buenos Aires",
    "Rio de Janeiro", "Rio", "La Paz", "San Francisco", "San José", "San Salvador", "Port Arthur", "Port-au-Prince", "Santo Domingo",
    "Tel Aviv", "Kuala Lumpur", "Phnom Penh", "Dar es Salaam", "Washington, D.C.", "Washington DC", "Washington, DC", "Phu Lo",
    "St. Petersburg", "Saint Petersburg", "Sao Paulo", "São Paulo", "Cape Town", "Guatemala City", "Ho Chi Minh City", "Santiago de Chile", "Pjöngjang", "Wien",
}  # fmt: skip
"""Places of headings and datelines; a heading's single word is read as a place only if it is one of these."""

COUNTRIES: Final = frozenset({
    "China", "Russia", "Korea", "Japan", "Germany", "France", "Italy", "Spain", "Portugal", "Poland", "Hungary",
    "Romania", "Bulgaria", "Albania", "Yugoslavia", "Czechoslovakia", "Austria", "Switzerland", "Belgium",
    "Netherlands", "Denmark", "Sweden", "Norway", "Finland", "Iceland", "Ireland", "Greece", "Turkey", "Cyprus",
    "Egypt", "Libya", "Tunisia", "Algeria", "Morocco", "Ethiopia", "Liberia", "Nigeria", "Ghana", "Guinea",
    "Congo", "Angola", "Mozambique", "Zambia", "Kenya", "Tanzania", "Somalia", "Sudan", "Iran", "Persia",
    "Iraq", "Syria", "Lebanon", "Israel", "Jordan", "Kuwait", "Afghanistan", "Pakistan", "India", "Burma",
    "Thailand", "Siam", "Vietnam", "Laos", "Cambodia", "Malaya", "Malaysia", "Indonesia", "Philippines",
    "Australia", "Canada", "Mexico", "Cuba", "Haiti", "Panama", "Nicaragua", "Honduras", "Guatemala",
    "Salvador", "Colombia", "Venezuela", "Ecuador", "Peru", "Bolivia", "Chile", "Argentina", "Uruguay",
    "Paraguay", "Brazil", "USSR", "RSFSR", "Georgian SSR", "Ukrainian SSR", "Latvian SSR", "Lithuanian SSR", "Estonian SSR", "Armenian SSR", "Azerbaijan SSR", "Kazakh SSR", "Uzbek SSR", "USA", "DPRK", "PRC", "GDR", "FRG", "DRV", "UN", "NATO", "Mongolia",
    "Ukraine", "Georgia", "Armenia", "Lithuania", "Latvia", "Estonia", "Belarus", "Kazakhstan", "Uzbekistan",
    "Prussia", "Bavaria", "Hawaii", "Samoa", "Montenegro", "Serbia", "Croatia", "Slovenia", "Luxembourg",
    "Nepal", "Ceylon", "Tibet", "Taiwan", "Manchuria", "Siberia", "Europe", "Asia", "Africa", "UK", "Britain",
    "Dahomey", "Togo", "Togoland", "Gabon", "Chad", "Niger", "Mali", "Mauritania", "Senegal", "Gambia", "Cameroon",
    "Cameroons", "Benin", "Rwanda", "Burundi", "Uganda", "Tanganyika", "Malawi", "Nyasaland", "Rhodesia", "Zimbabwe",
    "Namibia", "Botswana", "Bechuanaland", "Lesotho", "Basutoland", "Swaziland", "Transvaal", "Madagascar",
    "Mauritius", "Eritrea", "Abyssinia", "Zaire", "Yemen", "Oman", "Qatar", "Bahrain", "Hejaz", "Hedjaz", "Nejd",
    "Palestine", "Transjordan", "Malta", "Liechtenstein", "Macedonia", "Bosnia", "Moldova", "Azerbaijan",
    "Turkmenistan", "Tajikistan", "Kyrgyzstan", "Bhutan", "Sikkim", "Bangladesh", "Brunei", "Sarawak", "Fiji",
    "Tonga", "Jamaica", "Barbados", "Trinidad", "Guyana", "Surinam", "Suriname", "Belize", "Bahamas", "Hayti",
    "Corea", "Roumania", "Rumania", "Servia", "Saxony", "Württemberg", "Wurttemberg", "Oldenburg", "Tuscany", "Sardinia",
}) | {
    "Soviet Union", "United States", "Great Britain", "United Kingdom", "North Korea", "South Korea", "North Vietnam", "South Vietnam",
    "East Germany", "West Germany", "Costa Rica", "Dominican Republic", "El Salvador", "Sri Lanka", "Saudi Arabia", "New Zealand",
    "Upper Volta", "Burkina Faso", "Orange Free State", "Cape Verde", "Papua New Guinea", "Papal States",
    "South Africa", "Austria-Hungary", "Ottoman Empire", "United Nations", "German Empire", "the Hague", "Sierra Leone", "Ivory Coast",
    "People’s Republic of China", "People's Republic of China",
}  # fmt: skip

NATIONS: Final = (
    r"Soviet|Russian|Chinese|Korean|North Korean|South Korean|Japanese|German|East German|West German|French|Italian|Spanish|Portuguese|"
    r"Polish|Hungarian|Romanian|Rumanian|Bulgarian|Albanian|Yugoslav|Czechoslovak|Czech|Austrian|Swiss|Belgian|Dutch|Danish|Swedish|"
    r"Norwegian|Finnish|Irish|Greek|Turkish|Egyptian|Libyan|Algerian|Ethiopian|Iranian|Persian|Iraqi|Syrian|Israeli|Afghan|Pakistani|"
    r"Indian|Burmese|Thai|Siamese|Vietnamese|Cambodian|Indonesian|Australian|Canadian|Mexican|Cuban|Haitian|Brazilian|Argentine|Chilean|"
    r"Peruvian|Colombian|Venezuelan|Uruguayan|American|British|US|U\.S\.|USSR|DPRK|PRC|GDR|Mongolian|Ukrainian|Georgian|Yugoslavian|"
    r"Nicaraguan|Ecuadorian|Bolivian|Lithuanian|Estonian|Latvian|Serbian|Montenegrin|North Vietnamese|South Vietnamese|South African|"
    r"New Zealand|Sri Lankan|Costa Rican|Slovak|Argentinian|Argentinean|Guatemalan|Laotian|Nepalese|Ceylonese|Saudi|Jordanian|Lebanese|"
    r"Moroccan|Tunisian|Sudanese|Somali|Kenyan|Tanzanian|Ugandan|Zambian|Zimbabwean|Rhodesian|Angolan|Mozambican|Congolese|Ghanaian|"
    r"Guinean|Nigerian|Malian|Icelandic|Philippine|Malaysian|Austro-Hungarian|Ottoman|Dominican|Honduran|Salvadoran|Panamanian|"
    r"Ecuadoran|Ecuadorean|Paraguayan|Bavarian|Prussian|Cypriot|Kuwaiti|Yemeni|Liberian|"
    r"Dahomean|Togolese|Gabonese|Chadian|Nigerien|Mauritanian|Senegalese|Gambian|Cameroonian|Beninese|Rwandan|Burundian|Malawian|Namibian|"
    r"Botswanan|Malagasy|Mauritian|Eritrean|Abyssinian|Zairian|Zanzibari|Ivorian|Transvaal|Omani|Qatari|Bahraini|Hejazi|Palestinian|Maltese|"
    r"Luxembourg|Luxemburg|Macedonian|Bosnian|Croatian|Slovenian|Slovene|Armenian|Azerbaijani|Moldovan|Hellenic|Corean|Haytian|Roumanian|"
    r"Servian|Saxon|Hanoverian|Tuscan|Sardinian|Neapolitan|Bhutanese|Sikkimese|Bangladeshi|Singaporean|Taiwanese|Tibetan|Fijian|Tongan|"
    r"Jamaican|Barbadian|Trinidadian|Guyanese|Surinamese|Bahamian|Belizean"
)
"""Adjectives of countries before an office or a body."""

MONTH: Final = (
    r"(?:J(?:an(?:uary)?|AN(?:UARY)?|une?|UNE?|uly?|ULY?)|F(?:eb(?:ruary)?|EB(?:RUARY)?)|M(?:ar(?:ch)?|AR(?:CH)?|ay|AY)|"
    r"A(?:pr(?:il)?|PR(?:IL)?|ug(?:ust)?|UG(?:UST)?)|S(?:ept?(?:ember)?|EPT?(?:EMBER)?)|O(?:ct(?:ober)?|CT(?:OBER)?)|"
    r"N(?:ov(?:ember)?|OV(?:EMBER)?)|D(?:ec(?:ember)?|EC(?:EMBER)?))\.?"
)
DAY: Final = rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th|d)?(?!\w|:\d)|\d{{1,2}}(?:st|nd|rd|th|d)? (?:of )?{MONTH}(?!\w))"
"""A day and its month, in either order: ``June 9``, ``9 June``, ``9th of June``."""
DAY_AND_YEAR: Final = rf"{DAY},? \d{{4}}"
DATE_LIKE: Final = compiled(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH},? ?'?\d{{2,4}}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{1,2}}[./-](?:\d{{1,2}}|[IVX]{{1,4}})[./-]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}|{MONTH},? \d{{4}})"
)
"""What looks like a date; reading it is the date grammar's."""

NAMES_TOO: Final = frozenset({"page", "peace"})
"""Words of `NOT_NAMES` that are surnames behind a title: ``Ambassador Page``."""
NOT_NAMES: Final = frozenset({
    "telegram", "letter", "cable", "report", "note", "memorandum", "minutes", "secret", "confidential", "meeting", "session", "congress", "plenum",
    "urgent", "top", "copy", "copies", "from", "to", "for", "no", "date", "subject", "time", "comrade",
    "comrades", "sir", "gentlemen", "madam", "the", "this", "that", "with", "in", "on", "at", "and", "or", "i",
    "we", "you", "he", "she", "it", "they", "peace", "signed", "greetings", "all", "enclosure", "translation",
    "source", "rights", "translated", "document", "record", "special", "regular", "immediate", "priority",
    "personal", "strictly", "please", "kindly", "repeat", "confirm", "acknowledge", "reply", "immediately",
    "yours", "very", "sincerely", "respectfully", "faithfully", "fraternally", "cipher", "ciphered", "message",
    "sent", "received", "dispatched", "despatched", "typed", "printed", "applause", "laughter", "ovation", "text", "page",
})  # fmt: skip
"""Words that make no name by themselves or before another."""

_OCCUPATION = compiled(
    r"(?P<office>(?:[A-Z][a-z]+ )?(?:[A-Z][a-z]*(?:master|keeper|warden|foreman)|Foreman|Dispatcher|Despatcher|Pilot|Skipper|Surveyor|Steward|Archivist|Physician|Surgeon"
    r"|Geologist|Agronomist|Technician|Overseer|Supervisor|Controller|Comptroller|Cashier|Accountant|Bookkeeper|Bailiff|Sheriff|Mayor|Prefect|Magistrate|Constable|Bishop|Archbishop"
    r"|Telegraphist|Operator|Driver|Conductor|Signalman|Boatswain|Mate|Purser|Librarian|Teacher|Headmaster|Trustee|Broker|Merchant"
    r"|Botschafter(?:in)?|Gesandter|Gesandten|Staatssekretär|Außenminister|Geschäftsträger|Botschaftsrat|Legationsrat|Generalkonsul|Ministerialdirektor|Bundeskanzler"
    r"|Ambassadeur|Ministre|Conseiller|Embajador|Ministro|Canciller|Encargado de Negocios|Embaixador|Ambasciatore|Ambasador|Poseł|Velvyslanec|Vyslanec|Nagykövet))\s+"
    r"(?P<name>(?!General\b)(?:(?:[A-Z]\. ?)+|[A-Z][\w’'-]+ )*[A-Z][\w’'-]{2,})"
)


def without_occupation(words: str) -> tuple[str, str]:
    """``Stationmaster A. Kovacs``: the name, and what the man is by trade, which is no office of state."""
    match = _OCCUPATION.fullmatch(words)
    return (match["name"], match["office"]) if match and " " in words else (words, "")
