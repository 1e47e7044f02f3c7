"""Sender, persona, receiver, relay, addressee: what title, heading and signature say of a message's parties."""

from __future__ import annotations

from dataclasses import dataclass, field

from cablegraph.evidence import Passage
from cablegraph.extraction import joint_signers, likeness, offices, title_groups
from cablegraph.extraction.cable_addresses import abbreviates, in_full
from cablegraph.extraction.messages import Message
from cablegraph.extraction.names import COVER_NAMES, Party
from cablegraph.extraction.role_places import places
from cablegraph.extraction.rules import rule
from cablegraph.patterns import compiled
from cablegraph.record import Record

Fields = dict[str, list[Passage]]


@dataclass(slots=True)
class Settled:
    """Fields and parts that the roles of one message give."""

    fields: Fields = field(default_factory=dict)
    personas: list[Record] = field(default_factory=list)
    positions: list[Record] = field(default_factory=list)


def settle(message: Message, document: str) -> Settled:
    """The parties of a message as passages; ``document`` is the id that parts repeat."""
    settled = Settled()
    senders = _senders(message, settled)
    _addressees(message, settled, senders)
    _others(message, settled)
    _personas(message, settled, document)
    settled.positions.extend(offices.held(message, document))
    places(message, settled.fields, senders)
    return settled


def _add(message: Message, settled: Settled, name: str, party: Party, rule_name: str = "", text: str = "") -> None:
    passage = message.source.cite(
        (party.start, party.end),
        rule(message.family, rule_name or name.replace("_", "-")),
        text or party.name,
        entity=party.entity,
    )
    known = settled.fields.setdefault(name, [])
    if not any(old.text == passage.text and old.spans == passage.spans for old in known):
        known.append(passage)


def _senders(message: Message, settled: Settled) -> list[Party]:
    title, heading, closing = message.title, message.heading, message.closing
    speech = title.form is not None and title.form.slug in (
        "speech",
        "minutes",
        "decision",
        "memorandum-of-conversation",
    )
    named = [*title.senders, *heading.senders]
    signatures = [one for one in closing.signatures if not (named and _POST_SIGNS.fullmatch(one.name))]
    if title.authors or heading.recorders or named:
        signatures = [one for one in signatures if not _INITIALS.fullmatch(one.name)]
    if heading.form and heading.form.slug == "decision" and any(one.entity == "body" for one in heading.recorders):
        signatures = []  # who signs a decision signs for the body
    if message.family == "frus" and title_groups.of_officers(title.senders, len(signatures)):
        beside = any(one.name == title.senders[0].name for one in signatures)  # "Messrs. Ames & Co. and others"
        signatures = signatures if beside else []  # its officers sign for it
    if len(signatures) == 1 and signatures[0].entity == "person":
        named = [one for one in named if not title_groups.unnamed(one)]
    if message.family == "frus" and title.form and not named and [one.entity for one in title.authors] == ["position"]:
        named = list(title.authors)  # "Memorandum by the Secretary of State", signed C[ordell] H[ull]
    form = heading.form or title.form
    # A letter may have several writers, who sign below each other; whoever else signs a telegram only countersigns.
    joint = (
        form is not None and form.slug in ("letter", "petition", "note") and not any(one.office for one in signatures)
    )
    joint = joint or (message.family == "frus" and form is None and not named and bool(heading.addressees))
    joint = joint or (not named and message.title_line is not None and _is_treaty(message))
    in_a_row = joint_signers.in_a_row(message, signatures) or (
        len(signatures) > 2 and joint_signers.of_several(message)
    )
    beside = joint_signers.in_one_line(message, signatures) or joint_signers.titled_together(title.authors, signatures)
    joint = joint or joint_signers.of_all(message, form) or beside
    if (
        named
        and joint
        and all(one.entity == "body" and any(one.name == other.name for other in signatures) for one in named)
    ):
        named = []  # "Messrs. Ames & Co. and others", who all sign
    everyone = [*named, *signatures, *title.authors, *heading.recorders]
    others = [
        one for one in (*everyone, *heading.participants) if one not in signatures
    ]  # who sign beside each other are not one man
    for signature in closing.signatures:
        _sign(message, settled, signature, others)
    if speech and not title.senders and message.family != "frus":
        return _authors(message, settled, everyone)
    chosen: list[Party] = []
    for party in named:
        by_name = any(one.entity == "person" for one in (*heading.senders, *title.senders))
        if party.entity == "body" and (by_name if message.family != "frus" else False):
            continue
        if party.entity == "position" and by_name and message.family != "frus" and " " not in party.name:
            continue  # "FROM: AMBASSADOR WASHINGTON", and below it "FROM SOLE"
        if party.entity == "body" and signatures and not by_name:
            continue  # an embassy's telegram is its signer's
        if party.name.lower() in COVER_NAMES and any(one.cover.lower() == party.name.lower() for one in named):
            continue
        text = likeness.fullest(party, everyone)
        _add(message, settled, "sender", party, text=text)
        chosen.append(party)
    for signature in signatures:
        bare = not signature.cover and signature.name.lower() in COVER_NAMES | {
            one.cover.lower() for one in named if one.cover
        }
        matching = [
            party
            for party in chosen
            if likeness.same(party, signature)
            and (party not in signatures or likeness.one_man(party.name, signature.name))
        ]
        if bare and chosen:
            continue
        if matching:  # "M. A. KHAN" below a letter from Ayub Khan
            own = likeness.one_man(signature.name, matching[0].name) or signature.name[1:2] != "."
            _add(
                message,
                settled,
                "sender",
                signature,
                text=_in_full(signature, named) or likeness.fullest(signature if own else matching[0], everyone),
            )
        elif not chosen or all(
            party.entity == "body" or (joint and party in signatures and (" " in signature.name or in_a_row or beside))
            for party in chosen
        ):
            _add(message, settled, "sender", signature, "sender-by-signature", likeness.fullest(signature, others))
            chosen.append(signature)
        elif len(signatures) == 1 and all(party.entity == "person" for party in chosen) and message.title_line:
            message.warnings.append(f"title names {chosen[0].name} as sender, the signature reads {signature.name}")
    if not chosen:
        chosen = [*title.authors, *heading.recorders][:1]
        for party in chosen:
            _add(message, settled, "sender", party, "author", text=likeness.fullest(party, everyone))
    if not chosen and message.title.form and message.family != "frus" and heading.letterhead:
        chosen = heading.letterhead[:1]
        _add(message, settled, "sender", chosen[0], "sender-by-signature")
    return chosen


_TREATY = compiled(
    r"(?:(?:Joint |Identic )?(?:Treaty|Convention|Agreement|Protocol|Arrangement|Declaration|Armistice|Accord)s?)\b"
)


def _is_treaty(message: Message) -> bool:
    """Whether a paper's head calls it an agreement: all who sign it have made it."""
    line = message.title_line
    return line is not None and message.family == "frus" and _TREATY.match(message.source.text, line.start) is not None


def _in_full(signature: Party, named: list[Party]) -> str:
    """``Zhou`` below a cable from Zhou Enlai and Chen Yi, whose family names stand first."""
    return likeness.whole(signature, named) if " " not in signature.name else ""


_INITIALS = compiled(r"(?:[A-Z](?:[’'][A-Z])?\. ?){2,4}")
"""``C. C. O'B.`` below the memorandum of a man whom title or heading name."""
_POST_SIGNS = compiled(
    r"(?i)am(?:erican )?(?:mission|embassy|legation|consul(?:ate)?|delegation)|usmission|usdel|secstate|tripartite"
)
"""``AMMISSION``: a telegraph address below a telegram; the title says which commission it is."""


def _authors(message: Message, settled: Settled, everyone: list[Party]) -> list[Party]:
    """Who composed a paper that nobody sent: the speaker, the body that decided, who took the notes."""
    title, heading, closing = message.title, message.heading, message.closing
    chosen = title.authors or heading.recorders or [one for one in closing.signatures if one.entity == "person"]
    if title.form and title.form.slug == "decision" and not title.authors:
        chosen = [party for party in heading.letterhead if party.entity == "body"][:1]
    for party in chosen:
        _add(message, settled, "author", party, text=likeness.fullest(party, everyone))
    for signature in closing.signatures:
        if any(likeness.same(signature, party) and signature is not party for party in chosen):
            _add(message, settled, "author", signature, text=likeness.fullest(signature, everyone))
    return list(chosen)


def _sign(message: Message, settled: Settled, party: Party, others: list[Party]) -> None:
    """The name signed; of ``FILIPPOV [Stalin]`` the words before the bracket."""
    text = message.source.text
    end = party.end
    if party.cover:
        for mark in ("[", "("):
            at = text.find(mark, party.start, party.end)
            if at > party.start:
                end = min(end, at)
    words = text[party.start : end].rstrip()
    passage = message.source.cite(
        (party.start, party.start + len(words)),
        rule(message.family, "signature"),
        party.cover or likeness.spelled(party.name, others),
        entity="name",
    )
    settled.fields.setdefault("signature", []).append(passage)


def _addressees(message: Message, settled: Settled, senders: list[Party]) -> None:
    title, heading = message.title, message.heading
    relays = [*(party for party in title.relays if not _held(party, heading.receivers)), *heading.relays]
    manned = any(one.entity == "person" for one in heading.receivers)
    if manned:  # "to the Embassy in Hanoi, for Lund" is, in the heading, the man there
        relays = [one for one in relays if one.entity != "body"]
    to = list(heading.addressees)
    receivers = [party for party in heading.receivers if not _held(party, title.relays)]
    if heading.meant and not receivers:
        # "To Zhdanov" and "For Choibalsan": the first is the telegraph address.
        addressed = [party for party in to if party in heading.directed]
        if not addressed or len(addressed) == len(to):
            offices = [party for party in to if party.entity in ("position", "body") and party not in heading.for_whom]
            addressed = [party for party in to if party in heading.directed or party in offices]
        if addressed and len(addressed) < len(to):
            receivers, to = addressed, [party for party in to if party not in addressed]
    meant = bool(title.relays or (title.addressees and heading.meant) or heading.meant) and bool(
        receivers or title.relays
    )
    everyone = [*title.addressees, *to, *receivers, *heading.greeted, *message.closing.addressees]
    to = [
        party for party in to if not _held(party, title.addressees)
    ]  # "To the Federal Chancellor", to Chancellor Kohl
    if [one.entity for one in to] == ["position"] and [one.entity for one in title.addressees] == ["person"]:
        to = to if receivers or heading.meant else []  # "TO: SECRETARY-GENERAL", who is the man of the title
    to = [party for party in to if not _said_again(party, title.addressees)]
    if message.family != "frus" and any(one.entity == "person" for one in (*to, *receivers)):
        to = [one for one in to if not (one.entity == "body" and _MINISTRY.fullmatch(one.name))]  # where he sits
    titled = [one for one in title.addressees if not any(abbreviates(one, other) for other in to)]
    if (
        message.family != "frus"
        and any(party.entity == "person" or (heading.meant and party.entity == "position") for party in to)
        and all(party.entity == "body" or _held(party, to) for party in titled)
    ):
        titled = []  # "to the Embassy in Havana" is, in the heading, the man there
    if title.addressees and heading.meant and not title.relays:
        # The title names the telegraph address, the heading for whom the message is.
        passed = [party for party in title.addressees if not any(likeness.same(party, one) for one in to)]
        if passed and len(passed) == len(title.addressees) and receivers:
            if not heading.relays:  # "VIA: …" says who passes it on
                relays.extend(one for one in passed if one.entity != "body" or not manned)
            final = to
        else:
            final = [*titled, *to]
    else:
        final = [*titled, *to]
    for party in receivers:
        if meant or heading.meant:
            _add(message, settled, "receiver", party, text=likeness.fullest(party, everyone))
            if party.entity == "person" or not relays:
                relays.append(party)
        elif not any(likeness.same(party, one) for one in final) and final and party.entity != "person":
            _add(message, settled, "receiver", party)
            if not relays and any(one.entity == "person" for one in final):
                relays.append(party)
        else:
            final.append(party)
    if not receivers:  # "Filippov to Krasovsky, for Mao Zedong", where the page lost the address line
        for party in title.relays:
            if message.source.text[party.start : party.start + 3].lower() == "to ":
                _add(message, settled, "receiver", party)
    for party in relays:
        if not any(likeness.same(party, one) for one in final):
            _add(message, settled, "relay", party, text=likeness.fullest(party, everyone))
    _final(message, settled, final, senders, everyone)


_MINISTRY = compiled(
    r"(?i)(?:the )?(?:[\w-]+ )?(?:ministry (?:of|for) (?:foreign|external) (?:affairs|relations)"
    r"|foreign (?:ministry|office)|MFA|MfAA|DSIP|MSZ|MAE|MINREX)(?: of [\w' ]{3,40})?"
)
"""``Ministry of Foreign Affairs`` over ``Comrade Director Dahl``."""
_FAMILIAR = compiled(r"[^\W\d_]+(?: [^\W\d_]+(?:[vw]i(?:ch|č|cz)|[iy]ch|vna|ichna))?")
"""A first name, alone or with the father's."""


def _called(name: str, man: Party) -> bool:
    """Whether a salutation's first name can be this man's: an initial of his is its first letter, or none is known."""
    first = [word for word in man.name.split()[:-1] if word[:1].isupper()]
    if man.entity != "person" or man.surname == name.lower():
        return False
    return " " in name or not first or any(word[0] == name[0] for word in first)


def _said_again(party: Party, titled: list[Party]) -> bool:
    """``To the Chairman and the Central Committee`` below ``to Mao Zedong and the CCP Central Committee``."""
    if party.entity == "position":
        people = sum(one.entity == "person" for one in titled)
        return people > 0 and party.name in _BARE_OFFICES and len(titled) > people
    return party.entity == "body" and any(in_full(party, one) for one in titled)


_BARE_OFFICES = frozenset({"Chairman", "President", "Premier", "Minister", "First Secretary", "General Secretary"})


def _held(office: Party, people: list[Party]) -> bool:
    """Whether one of these people holds the office, as the words beside his name say."""
    words = set(office.name.lower().split())
    held = [set(one.office.lower().split()) for one in people if one.entity == "person" and one.office]
    return office.entity == "position" and any(words <= own or own <= words for own in held)


def _final(message: Message, settled: Settled, final: list[Party], senders: list[Party], everyone: list[Party]) -> None:
    heading, title = message.heading, message.title
    covers = {party.cover.lower(): party for party in (*title.addressees, *heading.addressees) if party.cover}
    people = [party for party in final if party.entity == "person"]
    for party in final:
        bearer = covers.get(party.name.lower())
        if (bearer is not None and not party.cover) or (
            party.name.lower() in COVER_NAMES and len(people) > 1 and covers
        ):
            _add(message, settled, "addressed_as", Party(party.name, "name", party.start, party.end))
            continue
        called = likeness.whole(party, people) if party.entity == "person" and " " not in party.name else ""
        _add(message, settled, "addressee", party, text=called or likeness.fullest(party, everyone))
        if party.name.lower() in COVER_NAMES:
            _add(message, settled, "addressed_as", Party(party.name, "name", party.start, party.end))
        if party.cover:
            _add(message, settled, "addressed_as", Party(party.cover, "name", party.start, party.end))
    greeted = [*heading.greeted, *message.closing.addressees]
    for party in greeted:
        if any(one.name.startswith(f"{party.name} ") for one in message.closing.addressees):
            continue  # "Dear John" to "John Dale Esq", whose address stands below
        bare = " " in party.name or message.source.text[max(0, party.start - 5) : party.start].lower() == "dear "
        if bare and _FAMILIAR.fullmatch(party.name) and any(_called(party.name, one) for one in final):
            continue  # "Dear Stephen" to J. S. Wall, "Dear Leonid Ilyich" to Brezhnev
        if any(likeness.same(party, one) for one in senders) and not message.closing.addressees:
            continue
        if not final or any(likeness.same(party, one) and one.entity == "person" for one in final):
            if party.name.lower() in covers:
                continue
            called = likeness.whole(party, final) or likeness.fullest(party, everyone)
            _add(message, settled, "addressee", party, "addressee-by-salutation", text=called)
    titled = [party for party in title.addressees if party.entity == "person"]
    headed = [
        party for party in heading.addressees if party.entity == "person" and party.name.lower() not in COVER_NAMES
    ]
    if (
        titled
        and headed
        and not heading.meant
        and not any(likeness.same(one, other) for one in titled for other in headed)
    ):
        message.warnings.append(f"title names {titled[0].name} as addressee, the heading reads {headed[0].name}")


def _others(message: Message, settled: Settled) -> None:
    for party in (*message.heading.copies, *message.closing.copies):
        _add(message, settled, "copied_to", party)
    present = [*message.title.participants, *message.heading.participants]
    for party in present:
        if _held(party, present):
            continue  # "a conversation with the Soviet Ambassador, Comrade Moskovsky"
        whole = likeness.whole(party, present) if party.entity == "person" and " " not in party.name else ""
        _add(message, settled, "participant", party, text=whole or likeness.fullest(party, present))


def _personas(message: Message, settled: Settled, document: str) -> None:
    """Who bears a cover name, by a bracket at the signature, else by one in heading or title."""
    title, heading, closing = message.title, message.heading, message.closing
    seen: set[str] = set()
    for group in (
        closing.signatures,
        [*heading.senders, *heading.addressees, *heading.receivers],
        [*title.senders, *title.addressees, *title.relays],
    ):
        for party in group:
            if not party.cover or party.cover.lower() in seen:
                continue
            seen.add(party.cover.lower())
            span, by = (party.start, party.end), rule(message.family, "persona")
            fields = {
                "bearer": (message.source.cite(span, by, party.name, entity="person"),),
                "name": (message.source.cite(span, by, party.cover, entity="name"),),
                "kind": (message.source.cite(span, by, "pseudonym"),),
            }
            settled.personas.append(Record(document, message.source, fields))
