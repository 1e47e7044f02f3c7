"""Words before which a name is a place's: ``near Kem``, ``trains to Kem``, ``south of the Kem``."""

# ruff: noqa: E501  (a pattern is read best on one line)

from __future__ import annotations

import re

from cablegraph.patterns import compiled

_PLACE_BEFORE = compiled(
    r"\b(?:in|at|near|via|outside|beyond|into|reach(?:ed|ing)?|arriv(?:e|ed|es|ing)|occup(?:y|ies|ied|ying)|by way of|no (?:nearer|farther|further) than|(?:news|courier|wires?|telegrams?) from|captur(?:e|ed|ing)|leaving|"
    r"(?:has|have|had) (?:taken|retaken|invested|stormed|sacked|burned|burnt|abandoned|reoccupied|fortified)|"
    r"evacuat(?:e|ed|ing)|bombard(?:ed|ing)?|besieg(?:e|ed|ing)|shell(?:ed|ing)|as far as|"
    r"entered|off|left|"
    r"crossed the|banks of the|(?:line|road|railway|railroad|way|trains?|flights?|branch|journey|trip|march|bound) "
    r"(?:to|for|from)|"
    r"(?:roads|left|leaves?|leaving|start(?:ed|s|ing)?|depart(?:ed|s|ing)?|sailed|embarked) (?:to|for|from)) $"
    r"|\b(?:caza|kaza|sanjak|vilayet|nahie|commune|canton|parish|city|town|village|port|province|district|region|station|islands?|river|county|bay|peninsula|"
    r"harbou?r|valley|gubernia|"
    r"oblast|municipality|north|south|east|west|northeast|northwest|southeast|southwest|vicinity|area|outskirts|"
    r"capital|suburbs?|"
    r"viceroy|sultan|emir|amir|king|emperor|queen|shah|khan|vali|taotai|tuchun|archbishop|"
    r"part|battle|fall|siege|occupation|liberation|bombing|bombardment|shelling|population|inhabitants|mayor|"
    r"governor|bishop|provinces|districts|regions|stations|islands|archipelago|garrisons|airfields?|mines?|"
    r"railway stations?|neighbou?rhood|environs|commandant|prefect|consul at|"
    r"mountains|hills|department|departments|canton|plains?|monastery|abbey|castle|fort|fortress|oasis|anchorage|heights|battery|settlement|hamlet|defile|pass|"
    r"engineers|residents|citizens|workers|workmen|peasants|planters|manufacturers|bankers|shopkeepers|fishermen|miners|traders|notables|burghers|magistrates|"
    r"municipality|chamber of commerce|gentry|people|merchants|natives|chiefs|tribes|tribesmen|burning|sack|massacres?|affair|barracks|blockade|surrender|roadstead|ruins|coast|"
    r"[Kk]urds|[Aa]rabs|[Aa]rmenians|[Gg]reeks|[Jj]ews|[Cc]hristians|[Mm]oslems|[Tt]urks|"
    r"isthmus|gulf|straits?|cape|delta|lagoon|forests?|jungles?|desert|tunnels?|factor(?:y|ies)|refiner(?:y|ies)|shipyards?|docks|quarries|oil-?fields?|coal-?fields?|plantations?|fields|orchards?|vineyards?|farms?|pastures|meadows|cooperatives?|dams?|reservoirs?|"
    r"prisons?|gates|walls|junction|bridgehead|sector|bazaars?|cathedral|shore|shores|mouth|marshes|swamps?|"
    r"university|ports|streets?|garrison|villages|towns|cities) of $"
    r"|\b(?:provinces|districts|towns|regions|counties|ports|islands) (?:but|except|save) $"
    r"|\b(?:advanc(?:e|es|ed|ing)|drive|march|attack|offensive|raid|move)(?: planned)? (?:on|upon|against|toward|towards) $"
    r"|\b(?:encamped|entrenched|anchored|army|troops|fleet|squadron) before $"
    r"|\b(?:came down|swooped|swept|march(?:ed|ing)|mov(?:ed|ing)|attack) upon $"
    r"|\b(?-i:[A-Z])[a-z]+ (?:reports?|writes|telegraphs|wires|cables) from $"
    r"|\b(?:bands?|troops|refugees|exiles|deportees|caravans?|pilgrims|fugitives|insurgents|raiders|settlers|traders|missionaries|carriers|coolies|every man|people) (?:from|between) $"
    r"|\b(?:renounc(?:e[sd]?|ing)|ced(?:e[sd]?|ing)|annex(?:e[sd]|ing)|reoccup(?:y|ies|ying)|recaptur(?:e[sd]?|ing)|blockad(?:e[sd]?|ing)|garrison(?:s|ed|ing)?) $"
    r"|\b(?:send|sent|sending|sends|ordered|transferred|detailed) (?:Mr|Dr|Gen|Col|Capt|Lieut|General|Captain|Consul|Lieutenant|Major|Commander|Colonel)\.? (?-i:[A-Z])[\w’'-]+ to $"
    r"|\b(?:ores?|coal|nickel|oil|gas|copper|cotton|wheat|rice|grain|timber|"
    r"shipments?|trains?|wagons|lorries|trucks) from $"
    r"|\b(?:advices|intelligence|dispatches|despatches) from $"
    r"|\b(?:aircraft|airplanes?|aeroplanes?|planes?|helicopters?|boats|convoys?|ferry|omnibus|motor ?cars?)(?: \w+){0,4} (?:from|to) $"
    r"|\b(?:ships?|vessels?|boats?|lighters?|steamers?|trains?|columns?|convoys?|vehicles?|trucks?|lorry|lorries|cars?|squadron|fleet|division|regiment|battalion|army|cruisers?)"
    r"(?: that| which)?(?: had| has| have| was| were)? (?:pass(?:ed|ing|es)?|clear(?:ed|ing|s)?|round(?:ed|ing|s)?) $"
    r"|\b(?:go|goes|going|gone|went|got|get|advance[ds]?|sail(?:ed|s)?|steam(?:ed|s)?|march(?:ed)?|drift(?:ed)?) (?:beyond|past) $"
    r"|\b(?:took|taken|carr(?:y|ied)|drift\w*|push\w*|head(?:ed|ing)|steam(?:ed|ing)|hurr\w+|rush\w*|fell|pressed)(?: \w+){0,2} towards? $"
    r"|\b(?:routes?|roads?|way) (?:by|via|through|over) $"
    r"|\b(?:arriv\w+|came|come|coming|went|go|goes|going|gone|pass(?:ed|es|ing)?|cross(?:ed|ing)?|travel\w*|sail\w*|flew|flown|fly|flying|ship(?:ped|ping)|rail(?:ed)?|drove|march\w*|"
    r"withdr\w+|retreat\w*|retir\w+|rode|ridden|landed|brought|driven|drove|returned|"
    r"proceed\w*|advanc\w+|fell back|fallen back|down|repaired|hasten\w*|"
    r"fled|en route|on (?:the|his|their|its) way|evacuated|deport\w+|emigrat\w+|moved|moving)(?: \w+){0,2} "
    r"(?:to|from|(?<!landed )(?<!brought )for|toward|towards|through|over) $"
    r"|\b(?:retir|fall|fell|fallen|march|advanc|retreat|descen)\w*(?: \w+)? upon $"
    r"|\b(?:senator|deputy|bishop|mayor|congressman) \w[\w'’-]+ of $"
    r"|\b(?:village|town|city|port|hamlet|settlement|station|airfield|island|river|lake|fortress) $",
    re.IGNORECASE,
)

_PLACE_BEFORE_WORDS = """
    than of occupies between renounce renounces renounced renouncing cede cedes ceded ceding annexed annexes annexing reoccupy reoccupies reoccupying recapture recaptures
    recaptured recapturing blockade blockades blockaded blockading garrison garrisons garrisoned garrisoning
    arrive arrived arrives arriving from by evacuate evacuated evacuating bombard bombarded besieged shelled shelling occupying capturing bombarding
    taken retaken invested stormed sacked burned burnt abandoned reoccupied fortified upon
    besiege besieging as in at near via outside beyond into reach reached reaching occupy occupied capture
    captured leaving entered off left the to for of from toward towards through over village town
    city port hamlet settlement station airfield island river lake fortress
    but except save before on against
    past pass passed passes passing cleared clearing clears rounded rounding rounds
"""
_RIVER_BEFORE = compiled(
    r"\b(?:(?:north|south|east|west|banks?|mouth|shores?|valley|basin|bend|crossing|source) of|"
    r"bridges? (?:over|across)|across|along|crossed|beyond|up|down) the $",
    re.IGNORECASE,
)


def river_before(before: str) -> bool:
    """Whether a river's name may follow: "south of the", "the bridges over the"."""
    return before.endswith(" the ") and bool(_RIVER_BEFORE.search(before))


_BEFORE_A_PLACE = tuple(f"{word} " for word in _PLACE_BEFORE_WORDS.split())
"""Last words of what may stand before a place; others need no closer look."""


def place_before(before: str) -> bool:
    return before.lower().endswith(_BEFORE_A_PLACE) and bool(_PLACE_BEFORE.search(before))
