"""First-level hypergames: every own game and what holds together, held against a second reading."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from detente.conflict import compile_model, stability
from detente.conflict.perceived import idle_perceptions, perceived_game
from detente.conflict.perceptions import Believed, NotSeen, PerceptionsResult, perceptions
from detente.conflict.verify import CONCEPTS, check_perceptions, seen_game, stable, stable_as_seen
from detente.conflict.verify.reading import Reading, group_states
from detente.dossier import Dossier, loads
from detente.dossier.standoff import Standoff
from detente.errors import CallError, DossierError
from tests.conflict.games import random_views
from tests.conflict.written import HEAD, TWO, codes, dossier

CHUNKS, CHUNK = 6, 168


def solved(written: Dossier) -> PerceptionsResult:
    """Return the answer for a dossier."""
    return perceptions(written, compile_model(written))


def literal_states(standoff: Standoff) -> dict[str, tuple[str, ...]]:
    """Return the states of the whole conflict with their members."""
    reading = Reading(standoff)
    patterns = reading.patterns()
    return group_states(patterns, reading.groups(patterns))


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_own_games_and_what_holds_agree_with_a_second_reading(chunk: int) -> None:
    for seed in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        written = loads(random_views(random.Random(seed)))
        standoff, result = written.require_standoff(), solved(written)
        states = literal_states(standoff)
        assert result.model.labels() == list(states)
        games = {p: seen_game(standoff, p) for p in standoff.players}
        for own in result.games:
            literal = games[result.model.parties[own.party]]
            assert own.model.labels() == list(literal.preference[literal.parties[0]]), seed
            for concept in own.result.concepts:
                for i, party in enumerate(literal.parties):
                    if i == own.party or seed % 3:
                        continue  # what the party itself thinks is compared below
                    for s, label in enumerate(own.model.labels()):
                        said = own.result.stable_for(s, i, concept)
                        assert said == stable(literal, party, label, concept), (seed, concept)
        truth = seen_game(replace(standoff, perceptions={}), standoff.players[0])
        for concept in result.concepts:
            bit = CONCEPTS.index(concept)
            for s, (label, members) in enumerate(states.items()):
                column = [
                    stable_as_seen(games[party], party, members, concept)
                    for party in standoff.players
                ]
                found = [bool(bits >> bit & 1) for bits in result.verdicts[:, s].tolist()]
                assert found == column, (seed, concept, label)
                assert bool(result.equilibrium[s] >> bit & 1) == all(column)
                for own in result.games:
                    column_after = list(column)
                    party = standoff.players[own.party]
                    column_after[own.party] = stable(truth, party, label, concept)
                    assert bool(own.after[s] >> bit & 1) == all(column_after)


def test_the_random_views_have_all_that_makes_them_hard() -> None:
    drawn = [loads(random_views(random.Random(seed))) for seed in range(120)]
    answers = [solved(one) for one in drawn]
    assert sum(len(a.games) > 1 for a in answers) > 40
    assert sum(g.model.size < a.model.size for a in answers for g in a.games) > 40
    assert sum(a.model.merged is not None for a in answers) > 20
    apart = [
        a.model.merged is not None and g.model.merged is None for a in answers for g in a.games
    ]
    assert sum(apart) > 3
    assert sum(len(a.only_misperceived("seq")) > 0 for a in answers) > 3
    assert sum(len(a.only_true("seq")) > 0 for a in answers) > 20
    assert sum("sim" in a.concepts for a in answers) > 30
    # no wish of others counts under these three, and who sees fewer answers is deterred by fewer
    for concept in ("nash", "gmr", "smr"):
        plain = [a for a in answers if a.model.merged is None]
        assert not any(len(a.only_misperceived(concept)) for a in plain)


def test_check_perceptions_confirms_and_finds_planted_mistakes() -> None:
    for seed in range(40):
        written = loads(random_views(random.Random(seed)))
        result = solved(written)
        found = check_perceptions(result, written)
        assert found.agrees, found.disagreements[:3]
        assert found.complete
        assert found.states_checked == result.model.size
    written = loads(random_views(random.Random(2)))
    result = solved(written)
    for name in ("verdicts", "equilibrium"):
        bent = getattr(result, name).copy()
        bent.flat[0] ^= 1
        found = check_perceptions(replace(result, **{name: bent}), written)
        assert [d.concept for d in found.disagreements] == [
            "nash together" if name == "verdicts" else "equilibrium nash together"
        ]
    game = result.games[0]
    verdicts = game.result.verdicts.copy()
    verdicts[1, 0] ^= 2
    other = replace(game, result=replace(game.result, verdicts=verdicts))
    found = check_perceptions(replace(result, games=(other, *result.games[1:])), written)
    who = result.model.parties[game.party]
    assert f"gmr for {who}" in {d.concept for d in found.disagreements}
    number = game.number.copy()
    number[0] = -1
    blind = replace(game, number=number)
    found = check_perceptions(replace(result, games=(blind, *result.games[1:])), written)
    assert f"seen by {who}" in {d.concept for d in found.disagreements}
    few = check_perceptions(result, written, budget=40, cap=4)
    assert few.unfinished
    assert not few.complete


def test_games_too_large_to_write_out_are_not_called_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = loads(random_views(random.Random(2)))
    monkeypatch.setattr("detente.conflict.verify.perceptions.MOST_LISTED", 1)
    found = check_perceptions(solved(written), written)
    assert found.agrees
    assert (found.checked, found.unfinished) == (0, found.verdicts)


def test_no_verdict_of_another_conflict_is_compared() -> None:
    written = loads(random_views(random.Random(2)))
    result = solved(written)
    other = replace(result.model, parties=("q", *result.model.parties[1:]))
    found = check_perceptions(replace(result, model=other), written)
    assert found.disagreements[0].concept == "parties"
    assert found.checked == 0


# By hand

DOVES = """\
options: {a: {x: Arm}, b: {y: Arm too}}
status_quo: [x, y]
preferences:
  a: {ranking: [NN, YN, YY, NY]}
  b: {ranking: [NN, NY, YY, YN]}
perceptions:
  a: {preferences: {b: {ranking: [NY, NN, YY, YN]}}}
"""


def test_mutual_trust_is_lost_where_one_believes_the_other_to_be_a_hawk() -> None:
    written = dossier(DOVES)
    result = solved(written)
    labels = result.model.labels
    # Nash looks at the own wishes alone, so that a false belief changes nothing
    assert labels(result.states("nash")) == labels(result.true.states("nash")) == ["NN", "YY"]
    (game,) = result.games
    assert labels(game.states("nash")) == ["YY"]
    assert result.only_misperceived("nash").tolist() == []


UNSEEN = """\
options: {a: {x: Attack}, b: {y: Answer}}
status_quo: []
preferences:
  a: {ranking: [YN, NN, NY, YY]}
  b: {statements: [not x, y iff x]}
perceptions:
  a: {not_seen: [{is: b.y, because: It was never shown., judgement: true}]}
"""


def test_an_answer_that_is_not_seen_does_not_deter() -> None:
    result = solved(dossier(UNSEEN))
    labels = result.model.labels
    assert labels(result.true.states("seq")) == ["NN", "NY"]
    assert labels(result.states("seq")) == []
    assert labels(result.only_true("seq")) == ["NN", "NY"]
    (game,) = result.games
    assert game.model.labels() == ["NN", "YN"]
    assert labels(game.states("seq")) == ["YN"]
    assert labels(result.begins(game, "seq")) == ["NN", "NY"]
    assert labels(result.ceases(game, "seq")) == []
    assert result.today(game) == ([], ["gmr", "smr", "seq", "sseq"])
    assert result.unseen_by(3) == (0,)
    assert result.unseen_by(0) == ()
    assert not game.sees(2)


def test_today_may_be_unseen() -> None:
    written = dossier(UNSEEN.replace("status_quo: []", "status_quo: [y]"))
    result = solved(written)
    (game,) = result.games
    assert game.model.status_quo is None
    assert "Today's state is not among them" in result.to_text()
    assert result.to_dict()["parties"][0]["sees_today"] is False
    unknown = solved(dossier(UNSEEN.replace("status_quo: []\n", "")))
    assert unknown.today(unknown.games[0]) == ([], [])
    content = unknown.to_dict()
    assert content["status_quo"] is None
    assert content["parties"][0]["sees_today"] is None
    assert content["parties"][0]["learning"]["today"] is None
    assert "Today's state is not known." in unknown.to_text()


def test_a_state_may_hold_only_through_misperception() -> None:
    # b would in truth answer the attack with what harms it, as a believes; in truth it would not
    text = """\
    options: {a: {x: Attack}, b: {y: Answer}}
    status_quo: []
    preferences:
      a: {ranking: [YN, NN, NY, YY]}
      b: {statements: [not y]}
    perceptions:
      a: {preferences: {b: {statements: [{want: y iff x, judgement: true}]}}}
    """
    result = solved(dossier(text))
    labels = result.model.labels
    assert labels(result.only_misperceived("seq")) == ["NN"]
    assert result.misled(0, "seq") == (0,)
    assert result.misled(0, "nash") == ()
    (game,) = result.games
    assert labels(result.ceases(game, "seq")) == ["NN"]
    told = result.to_text()
    assert "NN     .     both  both  seen  seen  ." in told
    assert "Rests on what is misperceived by Alpha." in told
    assert "For Alpha it is stable, as seen, under GMR, SMR, SEQ and SSEQ." in told
    assert "For Alpha it would be stable, in truth, under GMR and SMR." in told
    assert "These states would no longer hold:\n    NN  As today (SEQ and SSEQ)" in told
    assert "Beta would like above all to answer, should Alpha attack, and only then" in told


MERGED = """\
options: {a: {x: X}, b: {y: Y, z: Z}}
infeasible: [NNN]
same: ["-YN", "Y-N"]
preferences:
  a: {ranking: ["--N", "NNY", ["YNY", "NYY"], "YYY"]}
  b: {statements: [x, z]}
perceptions:
  a: {not_seen: [y]}
  b: {not_seen: [x], preferences: {a: {ranking: ["NYY", "NNY", "NYN"]}}}
"""


def test_what_is_one_state_stays_one_for_who_sees_some_of_it() -> None:
    written = dossier(MERGED)
    result = solved(written)
    assert result.model.labels() == ["--N", "NNY", "YNY", "NYY", "YYY"]
    for own, labels, whole in zip(
        result.games,
        (["YNN", "NNY", "YNY"], ["NYN", "NNY", "NYY"]),
        ([0, 1, 2], [0, 1, 3]),
        strict=True,
    ):
        assert own.model.merged is None
        assert own.model.labels() == labels
        assert own.state_of.tolist() == whole
    assert "sim" not in result.concepts
    assert check_perceptions(result, written).agrees


def test_statements_read_the_lowest_member_that_is_seen() -> None:
    text = """\
    options: {a: {x: X}, b: {y: Y, z: Z}}
    infeasible: [NNN, NNY]
    same: ["--N"]
    preferences: {a: {statements: [y]}, b: {statements: [not y]}}
    perceptions: {b: {not_seen: [x]}}
    """
    written = dossier(text)
    found = compile_model(written)
    assert found.labels() == ["--N", "YNY", "NYY", "YYY"]
    assert found.ranks.tolist() == [[0, 0, 1, 1], [1, 1, 0, 0]]
    game = perceived_game(written, found, 1)
    assert game.model.labels() == ["NYN", "NYY"]
    assert game.state_of.tolist() == [0, 2]
    assert game.model.ranks.tolist() == [[0, 0], [0, 0]]


def test_entries_of_same_that_only_unite_over_what_is_not_seen_stay_united() -> None:
    text = """\
    options: {a: {x: X}, b: {y: Y, z: Z}, c: {w: W}}
    infeasible: [x and w, NNNN, YNNN, YNYN, NYYN, YYYN]
    same: ["-YNN", "YYNN or NNYN"]
    preferences:
      a: {statements: [y]}
      b: {indifferent: true}
      c: {ranking: [NNNY, [NYNY, "---N"], NNYY, NYYY]}
    perceptions: {b: {not_seen: [x]}}
    """
    written = dossier(text)
    result = solved(written)
    assert result.model.labels() == ["---N", "NNNY", "NYNY", "NNYY", "NYYY"]
    (game,) = result.games
    assert game.model.labels() == ["N--N", "NNNY", "NYNY", "NNYY", "NYYY"]
    assert game.state_of.tolist() == [0, 1, 2, 3, 4]
    assert game.model.ranks[2].tolist() == [2, 3, 2, 1, 0]
    assert check_perceptions(result, written).agrees


def test_a_party_without_a_perception_sees_the_conflict_as_it_is() -> None:
    written = dossier(DOVES)
    found = compile_model(written)
    game = perceived_game(written, found, 1)
    assert game.model is found
    assert game.state_of.tolist() == [0, 1, 2, 3]


# What is wrong


def test_a_perception_that_leaves_no_state() -> None:
    text = """\
    options: {a: {x: X}, b: {y: Y}}
    infeasible: [not y]
    preferences: {a: {indifferent: true}, b: {indifferent: true}}
    perceptions:
      a: {not_seen: [y]}
    """
    assert codes(text) == [("no-state-seen", 5)]


def test_rankings_in_a_perception_rank_the_states_that_are_seen() -> None:
    text = """\
    options: {a: {x: X}, b: {y: Y}, c: {z: Z}}
    preferences: {a: {indifferent: true}, b: {indifferent: true}, c: {indifferent: true}}
    perceptions:
      a:
        not_seen: [z]
        preferences:
          b: {ranking: [NNN, YNN, NYN, NYY]}
          c: {pairs: [[NNN, NNY]]}
    """
    assert sorted(codes(text)) == [
        ("pair-unknown-state", 8), ("ranking-misses-states", 7), ("ranking-unknown-state", 7),
    ]  # fmt: skip


def test_stability_reads_no_perceptions() -> None:
    plain = DOVES[: DOVES.index("perceptions")]
    with_them = stability(compile_model(dossier(DOVES)))
    assert np.array_equal(with_them.verdicts, stability(compile_model(dossier(plain))).verdicts)


def test_orders_known_in_part_are_refused_own_or_believed() -> None:
    believed = DOVES.replace("{ranking: [NY, NN, YY, YN]}", "{pairs: [[NY, NN]]}")
    own = DOVES.replace("b: {ranking: [NN, NY, YY, YN]}", "b: {pairs: [[NY, NN]]}")
    for text, line, who in ((believed, 7, "Beta, as Alpha sees it,"), (own, 5, "Beta")):
        written = dossier(text)
        with pytest.raises(DossierError) as caught:
            solved(written)
        (fault,) = caught.value.faults
        assert (fault.code, fault.line - HEAD.count("\n")) == ("incomplete-preferences", line)
        assert fault.message.startswith(f"{who} has preferences by pairs")
    written.require_standoff()
    assert dossier(believed).require_complete().players == ("a", "b")


def test_concepts_asked_about() -> None:
    written = dossier(UNSEEN)
    found = compile_model(written)
    result = perceptions(written, found, ["seq", "nash", "seq"], stability(found), "hash")
    assert result.concepts == ("seq", "nash")
    assert list(result.to_dict()["equilibria"]["together"]) == ["seq", "nash"]
    assert result.manifest.input == "hash"
    with pytest.raises(CallError, match="unknown-concept"):
        perceptions(written, found, ["luck"])


def test_a_perception_that_changes_nothing_is_remarked() -> None:
    idle = DOVES.replace("[NY, NN, YY, YN]", "[NN, NY, YY, YN]")
    for text, count in ((DOVES, 0), (UNSEEN, 0), (idle, 1)):
        written = dossier(text)
        remarks = idle_perceptions(written, compile_model(written))
        assert len(remarks) == count
    assert remarks[0].code == "perception-changes-nothing"
    assert "Alpha" in remarks[0].message
    pairs = TWO + "preferences: {a: {pairs: [[NN, YY]]}, b: {indifferent: true}}\n"
    for seen, count in (("[[NN, YY]]", 1), ("[[YY, NN]]", 0)):
        text = f"{pairs}perceptions: {{b: {{preferences: {{a: {{pairs: {seen}}}}}}}}}\n"
        written = dossier(text)
        assert len(idle_perceptions(written, compile_model(written))) == count


# In words

ALL_WAYS = (
    TWO
    + """\
status_quo: []
preferences: {a: {statements: [y, x]}, b: {statements: [y, not x]}, }
perceptions:
  a: {preferences: {b: WAY}, because: The whole of it., judgement: true}
"""
)


def test_believed_statements_are_told_whatever_the_true_preference_is() -> None:
    text = DOVES.replace("{ranking: [NY, NN, YY, YN]}", "{statements: [x, y]}")
    told = solved(dossier(text)).to_text()
    assert "To Alpha, Beta would like above all Alpha to arm." in told
    assert "Only Alpha would say" not in told


@pytest.mark.parametrize(
    ("way", "sentences"),
    [
        ("{indifferent: true}", ["To Alpha, Beta would accept any outcome alike."]),
        ("{ranking: [NN, [YN, NY], YY]}", ["the best outcome for Beta is this: As today."]),
        ("{weights: {y: -2, x: 1}}", ["What counts most against a state for Beta is that Beta"]),
        ("{weights: {y: 2, x: 1}}", ["what counts most for Beta is that Beta would do y"]),
        ("{statements: [not x, y]}", ["would like above all Alpha not to do x", "another order"]),
        (
            "{statements: [x and y, not y]}",
            ["would like above all", "Only Alpha would say", "Alpha would not say that Beta"],
        ),
    ],
)  # fmt: skip
def test_what_is_believed_is_told(way: str, sentences: list[str]) -> None:
    text = (
        ALL_WAYS.replace("WAY", way)
        .replace("  a: {preferences", "  a:\n    is: {preferences")
        .replace("}, because", "}}\n    because")
        .replace(", judgement: true}", "\n    judgement: true")
    )
    result = solved(dossier(text))
    told = " ".join(result.to_text().split()).casefold()
    for sentence in sentences:
        assert sentence.casefold() in told
    assert "because: the whole of it." in told
    (reason,) = result.games[0].differences[0].reasons
    assert reason.because == "The whole of it."


def test_a_dossier_without_perceptions_says_so() -> None:
    result = solved(dossier(DOVES[: DOVES.index("perceptions")]))
    assert result.games == ()
    assert result.title() == "Nobody is said to see another game"
    assert "every party is taken to see the conflict as it is written" in result.to_text()
    content = result.to_dict()
    assert content["parties"] == []
    assert content["equilibria"]["together"] == content["equilibria"]["true"]


def test_rows_have_a_column_a_party_whatever_its_id() -> None:
    text = UNSEEN.replace("b:", "together:").replace("b.y", "together.y")
    head = HEAD.replace("b: {name", "together: {name")
    rows = list(solved(loads(head + "  " + text.replace("\n", "\n  ").rstrip() + "\n")).rows())
    own = ["together (party)"]
    assert list(rows[0]) == ["state", "a", *own, "together", "true", "unseen_by", "meaning"]
    assert [row["unseen_by"] for row in rows] == ["", "", "a", "a"]


def test_many_states_are_counted() -> None:
    names = ", ".join(f"x{k}: Do {k}" for k in range(4))
    text = f"""\
    options: {{a: {{{names}}}, b: {{y: Do y}}}}
    preferences: {{a: {{indifferent: true}}, b: {{indifferent: true}}}}
    perceptions: {{a: {{not_seen: [y]}}}}
    """
    told = solved(dossier(text)).to_text()
    assert told.count("… and 24 more") == 1
    assert told.count("… and 8 more") == 1


def test_no_state_that_holds() -> None:
    result = solved(dossier(DOVES))
    none = np.zeros_like(result.equilibrium)
    bare = replace(result, equilibrium=none, true=replace(result.true, equilibrium=none))
    assert "No state holds, either as the parties see it or in truth." in bare.to_text()


def test_a_difference_says_of_whom_and_why() -> None:
    (game,) = solved(dossier(UNSEEN)).games
    (unseen,) = game.differences
    assert isinstance(unseen, NotSeen)
    assert (unseen.party, unseen.option) == (0, 1)
    (game,) = solved(dossier(DOVES)).games
    (believed,) = game.differences
    assert isinstance(believed, Believed)
    assert (believed.of, believed.reasons) == (1, ())
    assert believed.believed != believed.true


def test_the_same_reason_is_told_once() -> None:
    text = UNSEEN.replace(
        "[{is: b.y, because: It was never shown., judgement: true}]}", "[b.y], WANTS}"
    )
    text = text.replace("a: {not_seen", "a:\n    because: One reason.\n    is: {not_seen")
    text = text.replace("WANTS", "preferences: {b: {statements: [x]}}")
    told = solved(dossier(text)).to_text()
    assert told.count("Because: One reason.") == 1
