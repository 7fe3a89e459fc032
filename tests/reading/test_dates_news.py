"""Times in passages of news, written by us before the rules had seen them."""

from __future__ import annotations

from detente.reading.pipeline import Parser
from tests.reading.together import dated

PASSAGES: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "2012-10-18",
        (
            "OSLO — Negotiators of the government and the guerrillas formally opened talks "
            "in Hurdal on Thursday, ten years after the last attempt ended in failure. The "
            "next session begins on November 15 in Havana."
        ),
        [("Thursday", "2012-10-18"), ("November 15", "2012-11-15")],
    ),
    (
        "2015-02-12",
        (
            "After 16 hours of talks that ended on Thursday morning, the four leaders "
            "agreed on a ceasefire from midnight on Sunday and a pullback of heavy weapons "
            "within two weeks."
        ),
        [
            ("Thursday morning", "2015-02-12"),
            ("midnight on Sunday", "2015-02-15"),
            ("two weeks", "2015-02-12/2015-02-26"),
        ],
    ),
    (
        "2005-07-20",
        (
            "The government and the rebels will sign a memorandum in Helsinki on August 15,"
            " the Finnish mediator said late Sunday."
        ),
        [("August 15", "2005-08-15"), ("late Sunday", "2005-07-17")],
    ),
    (
        "2016-06-23",
        (
            "The accord on disarmament is to be signed on Thursday. A first deadline, March"
            " 23, had passed without a result."
        ),
        [("Thursday", "2016-06-23"), ("March 23", "2016-03-23")],
    ),
    (
        "2018-12-06",
        (
            "The first round since 2016 opens today near Stockholm and is expected to last "
            "a week. The previous attempt in September collapsed before it began."
        ),
        [("2016", "2016"), ("today", "2018-12-06"), ("September", "2018-09")],
    ),
    (
        "2020-10-11",
        (
            "A truce brokered by Moscow was due to take effect at noon on Saturday. Minutes"
            " later both armies accused each other of shelling; fighting has been the worst"
            " since the 1990s."
        ),
        [("noon on Saturday", "2020-10-10"), ("the 1990s", "1990/1999")],
    ),
    (
        "1998-04-11",
        (
            "The deal, reached on Friday after almost two years of talks, will be put to "
            "voters on May 22."
        ),
        [("Friday", "1998-04-10"), ("May 22", "1998-05-22")],
    ),
    (
        "2023-11-24",
        (
            "The four-day pause began at 7 a.m. on Friday, and 13 hostages were handed over"
            " in the afternoon. It had originally been planned for Thursday."
        ),
        [
            ("four-day", "2023-11-24/2023-11-28"),
            ("7 a.m. on Friday", "2023-11-24"),
            ("Thursday", "2023-11-23"),
        ],
    ),
    (
        "2014-01-22",
        (
            "Delegates meet in Montreux on Wednesday and move to Geneva on Friday. The "
            "conference was agreed last May."
        ),
        [("Wednesday", "2014-01-22"), ("Friday", "2014-01-24"), ("last May", "2013-05")],
    ),
    (
        "2002-02-23",
        (
            "The ceasefire agreement came into force at 00:00 on 23 February 2002. A "
            "permanent truce had been announced by the rebels on December 19."
        ),
        [("00:00 on 23 February 2002", "2002-02-23"), ("December 19", "2001-12-19")],
    ),
    (
        "2023-05-21",
        (
            "The seven-day truce starts on Monday evening and was signed in Jeddah on "
            "Saturday. Fighting erupted on April 15."
        ),
        [
            ("seven-day", "2023-05-22/2023-05-29"),
            ("Monday evening", "2023-05-22"),
            ("Saturday", "2023-05-20"),
            ("April 15", "2023-04-15"),
        ],
    ),
    (
        "2017-03-31",
        (
            "The fifth round, which ran from 23 to 31 March, closed today. The envoy hopes "
            "to reconvene in May."
        ),
        [("23 to 31 March", "2017-03-23/2017-03-31"), ("today", "2017-03-31"), ("May", "2017-05")],
    ),
    (
        "2019-09-08",
        (
            "The president cancelled a secret meeting that had been planned for Sunday at "
            "his retreat. A car bomb killed 12 people on Thursday."
        ),
        [("Sunday", "2019-09-08"), ("Thursday", "2019-09-05")],
    ),
    (
        "2008-08-13",
        (
            "Five days after the war began, the two presidents accepted a plan in the night"
            " from Tuesday to Wednesday."
        ),
        [("Tuesday to Wednesday", "2008-08-12/2008-08-13")],
    ),
    (
        "2022-03-30",
        (
            "Talks resumed in Istanbul yesterday. On 25 February, the day after the "
            "invasion, the president had offered neutrality."
        ),
        [("yesterday", "2022-03-29"), ("25 February", "2022-02-25")],
    ),
    (
        "2014-03-27",
        (
            "The comprehensive agreement of 27 March 2014 provides for an autonomous region"
            " by 2016. Seventeen years of negotiations preceded it."
        ),
        [("27 March 2014", "2014-03-27"), ("2016", "2016")],
    ),
    (
        "2000-07-26",
        (
            "The summit that started on July 11 broke up on Tuesday. A unilateral "
            "declaration could follow on September 13."
        ),
        [("July 11", "2000-07-11"), ("Tuesday", "2000-07-25"), ("September 13", "2000-09-13")],
    ),
    (
        "2009-05-19",
        (
            "The president will declare victory this week, 26 years after the first shots. "
            "On Monday the army said the rebel leader had been killed."
        ),
        [("this week", "2009-05-18/2009-05-24"), ("Monday", "2009-05-18")],
    ),
    (
        "2011-07-01",
        (
            "South Sudan becomes independent on July 9, under an accord signed in January "
            "2005 that ended a war which began in 1983."
        ),
        [("July 9", "2011-07-09"), ("January 2005", "2005-01"), ("1983", "1983")],
    ),
    (
        "2013-04-02",
        ("In March, the group declared a truce. In 1999 its founder had been captured in Nairobi."),
        [("March", "2013-03"), ("1999", "1999")],
    ),
    (
        "1995-11-21",
        (
            "The talks at Dayton started on 1 November and were meant to end last Friday. "
            "The agreement will be signed in Paris in mid-December."
        ),
        [
            ("1 November", "1995-11-01"),
            ("last Friday", "1995-11-17"),
            ("mid-December", "1995-12-11/1995-12-20"),
        ],
    ),
    (
        "2016-09-13",
        (
            "The ceasefire came into effect at sunset on Monday, the first day of Eid "
            "al-Adha. If it holds for seven days, the two powers will set up a joint "
            "centre."
        ),
        [("sunset on Monday", "2016-09-12")],
    ),
    (
        "2021-05-21",
        (
            "After 11 days, a truce took hold at 2 a.m. on Friday. Since last week at least"
            " 230 people have died."
        ),
        [("2 a.m. on Friday", "2021-05-21"), ("last week", "2021-05-10/2021-05-16")],
    ),
    (
        "2017-06-20",
        "A vote is planned for the autumn, he said, not before 2018.",
        [("the autumn", "2017-09/2017-11"), ("2018", "2018")],
    ),
    (
        "1993-09-14",
        (
            "In the spring of 1992 nobody would have believed it. Yesterday the old enemies"
            " shook hands on the lawn; the self-rule accord takes effect on October 13."
        ),
        [
            ("the spring of 1992", "1992-03/1992-05"),
            ("Yesterday", "1993-09-13"),
            ("October 13", "1993-10-13"),
        ],
    ),
    (
        "2003-08-18",
        (
            "The rebels, who have fought the government since 1999, signed a deal in Accra "
            "on Monday. The interim government takes office on October 14 and elections "
            "follow in 2005."
        ),
        [
            ("1999", "1999"),
            ("Monday", "2003-08-18"),
            ("October 14", "2003-10-14"),
            ("2005", "2005"),
        ],
    ),
    (
        "2015-12-18",
        (
            "He would travel to Geneva in early January, with talks starting on or around "
            "25 January."
        ),
        [("early January", "2016-01-01/2016-01-10"), ("25 January", "2016-01-25")],
    ),
    (
        "2024-01-15",
        (
            "Sources expect a visit in the coming days. Three weeks earlier, on 24 "
            "December, both had denied contacts."
        ),
        [("24 December", "2023-12-24")],
    ),
    (
        "2012-04-12",
        (
            "The guns fell silent at 6 a.m. on Thursday, the deadline of the six-point "
            "plan. Ten months ago the first defectors crossed over."
        ),
        [("6 a.m. on Thursday", "2012-04-12"), ("Ten months ago", "2011-06")],
    ),
    (
        "1999-03-23",
        ("The envoy left Belgrade on Tuesday. In the next 48 hours air strikes could begin."),
        [("Tuesday", "1999-03-23"), ("the next 48 hours", "1999-03-23/1999-03-25")],
    ),
    (
        "2006-08-12",
        (
            "Both cabinets are to approve resolution 1701 over the weekend. The war broke "
            "out on 12 July when two soldiers were seized."
        ),
        [("the weekend", "2006-08-12/2006-08-13"), ("12 July", "2006-07-12")],
    ),
    (
        "2010-02-25",
        (
            "Representatives signed a framework deal in Doha on Tuesday and set March 15 as"
            " deadline for a final peace."
        ),
        [("Tuesday", "2010-02-23"), ("March 15", "2010-03-15")],
    ),
    (
        "1994-10-27",
        (
            "AQABA, Oct. 26 - The two kingdoms signed their peace treaty on Wednesday at a "
            "desert crossing. It follows the Washington Declaration of July 25."
        ),
        [("Wednesday", "1994-10-26"), ("July 25", "1994-07-25")],
    ),
    (
        "1996-12-30",
        (
            "Guatemala's 36-year conflict formally ended yesterday. Under the timetable, "
            "fighters will be demobilised by mid-May 1997."
        ),
        [("yesterday", "1996-12-29"), ("mid-May 1997", "1997-05-11/1997-05-20")],
    ),
    (
        "1992-10-05",
        (
            "After two years of talks hosted by a lay community in Rome, the general peace "
            "agreement was signed on Sunday. Elections must be held within a year."
        ),
        [("Sunday", "1992-10-04")],
    ),
    (
        "2018-09-13",
        (
            "South Sudan's president and his rival signed a deal in Addis Ababa late on "
            "Wednesday, the twelfth since December 2013."
        ),
        [("late on Wednesday", "2018-09-12"), ("December 2013", "2013-12")],
    ),
    (
        "2020-02-29",
        (
            "The agreement foresees a full pullout by the end of April 2021 and talks among"
            " Afghans from 10 March."
        ),
        [("the end of April 2021", "2021-04-21/2021-04-30"), ("10 March", "2020-03-10")],
    ),
    (
        "2015-06-20",
        (
            "Consultations in Geneva ended on Friday without a truce for Ramadan. The envoy"
            " will brief the council next Wednesday."
        ),
        [("Friday", "2015-06-19"), ("next Wednesday", "2015-06-24")],
    ),
    (
        "2022-04-02",
        (
            "A two-month truce enters into force at 7 pm today, the first nationwide pause "
            "since 2016. It can be renewed."
        ),
        [("two-month", "2022-04-02/2022-06-02"), ("7 pm today", "2022-04-02"), ("2016", "2016")],
    ),
    (
        "2022-10-02",
        (
            "The truce, twice extended, expired on Sunday. Talks on a six-month extension "
            "went on until last night."
        ),
        [("Sunday", "2022-10-02"), ("last night", "2022-10-01")],
    ),
    (
        "2007-03-04",
        (
            "The Ouagadougou accord was signed on Sunday after a month of direct dialogue "
            "that started on February 5."
        ),
        [("Sunday", "2007-03-04"), ("February 5", "2007-02-05")],
    ),
    (
        "2010-09-30",
        (
            "He said the freeze, which expired on September 26, might be renewed for 60 "
            "days. Both leaders last met on September 15."
        ),
        [("September 26", "2010-09-26"), ("September 15", "2010-09-15")],
    ),
    (
        "1997-07-20",
        (
            "The IRA will restore its ceasefire from noon today. Its previous truce, "
            "declared on August 31 1994, ended on February 9 last year with a bomb in "
            "London."
        ),
        [
            ("noon today", "1997-07-20"),
            ("August 31 1994", "1994-08-31"),
            ("February 9 last year", "1996-02-09"),
        ],
    ),
    (
        "2005-09-28",
        "Monitors said on Tuesday the last arms were destroyed over the past week.",
        [("Tuesday", "2005-09-27"), ("the past week", "2005-09-21/2005-09-28")],
    ),
    (
        "2017-09-06",
        (
            "The two met for the first time in 14 months. On Sept 4 the guerrillas "
            "announced a ceasefire from October 1 to January 9."
        ),
        [("Sept 4", "2017-09-04"), ("October 1 to January 9", "2017-10-01/2018-01-09")],
    ),
    (
        "1999-10-20",
        (
            "Fighting has killed thousands since the mid-1980s. In the late 1970s the party"
            " was legal."
        ),
        [("the mid-1980s", "1983/1986"), ("the late 1970s", "1976/1979")],
    ),
    (
        "2011-03-18",
        (
            "Hours after the vote, the colonel announced an immediate halt. The resolution "
            "was adopted on Thursday evening by ten votes."
        ),
        [("Thursday evening", "2011-03-17")],
    ),
    (
        "2008-01-15",
        (
            "The parties have until Friday to reply. The peace process, launched at "
            "Annapolis in November, should bear fruit before the end of 2008."
        ),
        [("Friday", "2008-01-18"), ("November", "2007-11"), ("the end of 2008", "2008-12")],
    ),
    (
        "2013-11-24",
        (
            "The six-month interim deal was struck in the early hours of Sunday. A final "
            "one is due by the middle of next year."
        ),
        [("Sunday", "2013-11-24"), ("the middle of next year", "2014-05/2014-08")],
    ),
    (
        "2015-07-14",
        (
            "Talks that began 20 months ago ended on Tuesday, two weeks after the original "
            "June 30 deadline."
        ),
        [("20 months ago", "2013-11"), ("Tuesday", "2015-07-14"), ("June 30", "2015-06-30")],
    ),
    (
        "2001-08-13",
        (
            "The framework agreement was signed on Monday. NATO will collect weapons for 30"
            " days from August 27."
        ),
        [
            ("Monday", "2001-08-13"),
            ("30 days", "2001-08-27/2001-09-26"),
            ("August 27", "2001-08-27"),
        ],
    ),
    (
        "1991-10-31",
        ("Delegates who met on Wednesday for the first time will sit face to face this Sunday."),
        [("Wednesday", "1991-10-30"), ("this Sunday", "1991-11-03")],
    ),
    (
        "2018-04-27",
        (
            "The leaders pledged to turn the armistice of 27 July 1953 into a treaty by "
            "year's end. A visit to the North's capital is planned for this fall."
        ),
        [("27 July 1953", "1953-07-27"), ("this fall", "2018-09/2018-11")],
    ),
    (
        "2004-11-14",
        "Two previous truces, in 2000 and 2002, fell apart within months.",
        [("2000", "2000"), ("2002", "2002")],
    ),
]


def test_a_passage_gives_its_times_and_no_others(parser: Parser) -> None:
    analyses = dated(parser, [text for _, text, _ in PASSAGES], [day for day, _, _ in PASSAGES])
    got = []
    for analysis, (day, text, _) in zip(analyses, PASSAGES, strict=True):
        found = [(text[one.start : one.end], one.value) for one in analysis.whens if one.value]
        got.append((day, text, found))
    assert got == PASSAGES
