"""Citations as papers of the archives write them: decrees by number, German and French letters, days before the verb."""

# ruff: noqa: E501  (a line of a paper is read best as it stands)

from __future__ import annotations

import pytest

from tests.unit.extraction.test_citations_undated import read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On 12 May we sent you a telegram in which we asked for rails.", [("telegram", "", "1932-05-12")]),
        ("On 12 May you sent us a note about the rails.", [("note", "", "1932-05-12")]),
        ("We sent you a telegram about it.", []),
        ("Your telegram concerning rails received.", [("telegram", "", "")]),
        ("Your letter about the price of wool has been received and read.", [("letter", "", "")]),
        ("Your telegrams about wool are always short.", []),
        ("This was done under the CC decision of 14 May.", [("decision", "", "1932-05-14")]),
        ("The TASS statement of 4 May is known.", [("", "", "1932-05-04")]),
        ("See our ciphered telegram spec. No. 512.", [("ciphered-telegram", "512", "")]),
        ("[Reply to] Nos. 233 and 234. We agree.", [("", "233", ""), ("", "234", "")]),
        ("Order No. 45 of the Minister of Defense was read out.", [("", "45", "")]),
        ("Decree No. 1234-567ss of the Council of Ministers of 3 May 1930 is in force.", [("decision", "1234-567ss", "1930-05-03")]),
        ("This rests on Directive No. 5 of the Ministry of 3 May.", [("instruction", "5", "1932-05-03")]),
        ("The order of the day was read out.", []),
        ("The draft resolution submitted by India on 3 July was voted down.", [("decision", "", "1932-07-03")]),
        ("Following up on telex 334/A of 5 May we ask for paper.", [("telegram", "334/A", "1932-05-05")]),
        ("Zu Ihrem Telegramm Nr. 44 vom 5. Mai.", [("telegram", "44", "1932-05-05")]),
        ("Bezug: Ihr FS Nr. 233 vom 5.6.", [("telegram", "233", "1932-06-05")]),
        ("Unter Bezugnahme auf unser Schreiben vom 3. Juni 1932 teilen wir mit.", [("letter", "", "1932-06-03")]),
        ("Ihr Brief war lang.", []),
        ("Suite à votre télégramme n° 334 du 5 mai, nous avons vu le ministre.", [("telegram", "334", "1932-05-05")]),
        ("J’ai reçu votre lettre du 12 juin.", [("letter", "", "1932-06-12")]),
        ("Votre lettre est longue.", []),
        ("YOURTEL 1460 AUG29. WE AGREE.", [("telegram", "1460", "1932-08-29")]),
        ("ACCORDING TO ITS TELEGRAM 4188 OF MARCH 5 ALL IS WELL.", [("telegram", "4188", "1932-03-05")]),
        ("He spoke of his telegram 44 of 3 May.", [("telegram", "44", "1932-05-03")]),
        ("Its letter 12 pages long came.", []),
        ("Thanks for your lines of the day before yesterday.", [("letter", "", "1932-10-15")]),
        ("I have read the letter which your Politburo sent us on the 9th.", [("letter", "", "1932-10-09")]),
        ("See your letter Ref. 5/44 of 3rd May.", [("letter", "5/44", "1932-05-03")]),
    ],
)  # fmt: skip
def test_papers_of_the_archives_are_cited(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mine of the 24th ultimo will have informed you of this.", [("", "", "1932-09-24")]),
        ("I refer to mine in reply, No. 88, of the 9th ultimo.", [("", "88", "1932-09-09")]),
        ("I inclose two notes from the minister, dated, respectively, the 3d and 9th ultimo.", [("note", "", "1932-09-03"), ("note", "", "1932-09-09")]),
        ("I refer to my dispatches of last year, Nos. 301 and 315, on it.", [("despatch", "301", ""), ("despatch", "315", "")]),
        ("Your predecessor, in No. 45 of March 3, 1930, approved it.", [("", "45", "1930-03-03")]),
        ("My dispatch of the same date, No. 110, treats of rice.", [("despatch", "110", "1932-10-17")]),
        ("See my No. 87; also Nos. 92 and 95.", [("", "87", ""), ("", "92", ""), ("", "95", "")]),
    ],
)  # fmt: skip
def test_older_despatches_cite_in_their_own_way(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found
