"""Sentences about how far answers about the table hang on guesses."""

SENTENCES = {
    "ensemble_table.guess.outcome": "this could be agreed: {point}",
    "ensemble_table.guess.infeasible": "this cannot be agreed: {fact}",
    "ensemble_table.guess.weight": "it counts for {who}, {issue}",
    "ensemble_table.guess.weight.range": "how much it counts for {who}, from {low} to {high}, "
    "{issue}",
    "ensemble_table.guess.value.range": "how good this would be for {who}, from {low} to {high}: "
    "{point}",
    "ensemble_table.guess.value.tiers": "how far apart these would be for {who}: {tiers}",
    "ensemble_table.guess.no_deal": "no deal would be worth {amount} to {who}, and not 0",
    "ensemble_table.guess.no_deal.range": "what no deal would be worth to {who}, from {low} to "
    "{high}",
    "ensemble_table.guess.linked": "this would matter to {who} beyond its parts: {fact}",
    "ensemble_table.guess.linked.range": "how much this would matter to {who} beyond its "
    "parts, from {low} to {high}: {fact}",
    "ensemble_table.guess.red_line": "{who} would never accept this: {fact}",
    "ensemble_table.guess.must_sign": "{who} would have to sign",
    "ensemble_table.guess.must_comply": "{who} would have to comply",
    "ensemble_table.guess.needs": "this takes something in the conflict: {point}",
    "ensemble_table.guess.want": "carrying this out takes that {fact}: {point}",
    "ensemble_table.group": "{group} inside {who}",
    "ensemble_table.guess.list": "the entries under {text}",
    "ensemble_table.drawn.tiers": "the best worth 1, the worst 0, those between anything that "
    "keeps the order, all equally likely",
    "ensemble_table.level.lower": "Those between nearer the worst",
    "ensemble_table.level.upper": "Those between nearer the best",
    "ensemble_table.become.worst": "those between are nearly as bad as the worst",
    "ensemble_table.become.best": "those between are nearly as good as the best",
    "ensemble_table.become.equal": "they stand at equal steps",
    "ensemble_table.become.range": "it is {amount}",
    "ensemble_table.central.nash": "the Nash deal of the central reading",
    "ensemble_table.central.kalai_smorodinsky": "the Kalai-Smorodinsky deal of the central reading",
    "ensemble_table.headline.zone": "some package would be accepted by all who must sign",
    "ensemble_table.headline.two_levels": "some package would be accepted by all who must sign, "
    "and could be ratified at home by each of them",
    "ensemble_table.headline.frontier": "{deal} is on the frontier of the zone",
    "ensemble_table.headline.nash": "{deal} is the Nash deal",
    "ensemble_table.headline.kalai_smorodinsky": "{deal} is the Kalai-Smorodinsky deal",
    "ensemble_table.headline.ratified": "{deal} would be accepted by all who must sign, and could "
    "be ratified at home by each of them",
    "ensemble_table.headline.enforces": "{deal} would enforce itself under {concept}",
    "ensemble_table.title": "The table",
    "ensemble_table.zone.yes": "Some package would be accepted by all who must sign in {share}; in "
    "the central reading too",
    "ensemble_table.zone.no": "Some package would be accepted by all who must sign in {share}; not "
    "in the central reading",
    "ensemble_table.first": "the first",
    "ensemble_table.called": "{package} ({deal})",
    "ensemble_table.two_levels": "Some package could also be ratified at home by each of them in "
    "{share}",
    "ensemble_table.deal": "the Nash deal in {nash}; the Kalai-Smorodinsky deal in "
    "{kalai_smorodinsky}; on the frontier of the zone in {frontier}",
    "ensemble_table.ratified": "accepted, and ratified at home, in {share}",
    "ensemble_table.enforces": "would enforce itself under {concept} in {share}",
    "ensemble_table.more": "… and {n} more packages that are on the frontier in some reading: see "
    "--format json.",
    "ensemble_table.too_large": "The table has {n} packages, and draws are made of tables of at "
    "most {most}, so doubt about the table was not drawn.",
}
