"""Sentences of our own with where each party stands.

A line of gold is ``party | words of the stance | until or unless: words of the condition``. The
party and the words are right where they stand in the value.
"""

POSITIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Israel demands the release of all hostages.", ("israel | release of all hostages |",)),
    (
        "Hamas refuses to disarm until Israeli troops leave Gaza.",
        ("hamas | refuses to disarm | until: israeli troops leave",),
    ),
    (
        "Iran said it would return to the agreement only if sanctions were lifted.",
        ("iran | return to the agreement | unless: sanctions were lifted",),
    ),
    (
        "Armenia will not sign unless its prisoners are freed.",
        ("armenia | not sign | unless: its prisoners are freed",),
    ),
    ("Turkey opposes a Kurdish state on its border.", ("turkey | opposes a kurdish state |",)),
    (
        "Ukraine is ready to discuss neutrality, but not the status of Crimea.",
        ("ukraine | ready to discuss neutrality |",),
    ),
    (
        'For Khartoum, "the unity of the country is a red line", the minister said.',
        (),
    ),
    ("Secession is a red line for Serbia.", ("serbia | secession |",)),
    (
        "The main stumbling block between Ethiopia and Egypt is the filling of the dam.",
        ("ethiopia | in dispute |", "egypt | in dispute |"),
    ),
    (
        "India and Pakistan disagree on the withdrawal of troops from the glacier.",
        ("india | in dispute |", "pakistan | in dispute |"),
    ),
    ("Talks between Georgia and Russia lasted until midnight.", ()),
    ("The UN envoy called for a truce before the rains.", ()),
    (
        "Saudi Arabia insists that the Houthis hand over their missiles.",
        ("saudi | houthis hand over |",),
    ),
    (
        "Spain has rejected a second referendum.",
        ("spain | rejected a second referendum |",),
    ),
    (
        "Serbia does not recognise Kosovo and wants its monasteries protected.",
        ("serbia | wants |",),
    ),
    (
        '"We will not talk while our cities burn," Ukraine\'s foreign minister said.',
        ("ukraine | not talk |",),
    ),
    (
        "Indonesia ruled out independence for Aceh but offered wide autonomy.",
        ("indonesia | independence |", "indonesia | offered wide autonomy |"),
    ),
    (
        "Eritrea has agreed to withdraw its forces once Ethiopia accepts the ruling.",
        ("eritrea | agreed to withdraw | unless: ethiopia accepts",),
    ),
    (
        "Afghanistan rejected accusations that it shelters insurgents.",
        (),
    ),
    (
        "Morocco seeks recognition of its rule over the territory.",
        ("morocco | seeks recognition |",),
    ),
    (
        "Russia vowed to keep its base in Tartus as long as the government asks for it.",
        ("russia | keep its base | unless: the government asks",),
    ),
    (
        "There can be no peace without the return of the refugees, Azerbaijan said.",
        ("azerbaijan | no peace | unless: return of the refugees",),
    ),
    (
        "Japan and North Korea are at odds over the fate of the abducted.",
        ("japan | in dispute |", "north_korea | in dispute |"),
    ),
    (
        "Colombia made a ceasefire a precondition for talks.",
        ("colombia | precondition |",),
    ),
    (
        "Lebanon waited until the last Israeli soldier had gone.",
        (),
    ),
    (
        "South Sudan is unwilling to share its oil revenue before the border is drawn.",
        ("south_sudan | unwilling to share | until: the border is drawn",),
    ),
    (
        "Qatar, which mediates between Hamas and Israel, urged both sides to be flexible.",
        (),
    ),
    (
        "Diplomats say Libya may accept a delay of the elections.",
        ("libya | accept a delay |",),
    ),
    (
        "China supports a diplomatic solution and does not want war on the peninsula.",
        ("china | supports a diplomatic solution |", "china | does not want war |"),
    ),
    (
        "It is not possible to hold elections until the militias disarm, Libya insists.",
        ("libya | not possible to hold elections | until: the militias disarm",),
    ),
)
