"""Words for offices, and what of them a role consists of."""

from __future__ import annotations

from detente.reading.wordlists import words_of

OFFICES = words_of("""
    president presidents premier chancellor king queen emir sultan crown-prince prince princess
    minister ministers secretary spokesman spokeswoman spokesperson envoy envoys ambassador
    ambassadors representative commander commanders commander-in-chief general colonel major
    captain lieutenant brigadier admiral marshal chief chairman chairwoman chairperson chair head
    leader leaders director negotiator negotiators mediator mediators adviser advisor senator
    congressman congresswoman governor mayor speaker deputy vice-president counterpart coordinator
    commissioner diplomat delegate official officials strongman warlord dictator ruler founder
    co-founder cofounder ideologue prosecutor judge bishop archbishop cardinal pope imam ayatollah
    patriarch monk emissary troubleshooter lawmaker parliamentarian pm taoiseach facilitator
    undersecretary under-secretary secretary-general under-secretary-general spymaster vice
    broker activist analyst researcher professor rapporteur architect deputies co-chair
    """)
"""Nouns of office that can stand beside a name."""

TITLES_ONLY = words_of("""
    mr mr. mrs mrs. ms ms. dr dr. sir dame lord lady sheikh sheik shaikh imam mullah maulana
    sayyed sayed sayyid hajj haji father sister rev rev. reverend comrade monsignor fr fr. prof
    prof. gen gen. lt lt. col col. maj maj. capt capt. brig brig. sgt adm adm. sen sen. rep rep.
    gov gov. commandante comandante subcomandante señor daw u thakin datu field ustaz hon
    """)
"""Titles before a name that belong to no office."""

FEMALE_TITLES = frozenset({"mrs", "mrs.", "ms", "ms.", "dame", "lady", "sister", "daw", "queen"})
FEMALE_OFFICES = frozenset(
    {"spokeswoman", "chairwoman", "congresswoman", "queen", "princess", "stateswoman"}
)
MALE_TITLES = frozenset({"mr", "mr.", "sir", "lord", "sheikh", "sheik", "mullah", "king", "father"})
MALE_OFFICES = frozenset(
    {"spokesman", "chairman", "congressman", "king", "prince", "emir", "sultan"}
)

BESIDE = words_of("""
    foreign prime defence defense interior finance information trade justice security national
    former acting then deputy outgoing interim new late senior chief special caretaker
    transitional vice first second top military political rebel opposition personal regional
    executive supreme paramount overall lead main joint veteran general lieutenant brigadier major
    sergeant field armed army government guerrilla separatist insurgent militia affairs crown
    under permanent high spiritual religious tribal local state presidential official police air
    navy intelligence negotiating peace humanitarian cabinet house human rights press
    long-time longtime embattled exiled ousted jailed self-styled self-proclaimed self styled
    proclaimed assistant principal honorary parliamentary party union external relations home
    prisons ministry department
    """)
"""What can stand between a country and an office: "Russian deputy foreign minister"."""

NOT_ROLE = words_of("""
    then outgoing new late veteran embattled exiled ousted jailed self-styled self-proclaimed
    long-time longtime top overall main self styled proclaimed time long
    """)
"""What is left out of the role as written in the record."""


FEMALE_NAMES = words_of("""
    aung angela annalena ann anna anne asma aminata amina benazir betty caroline catherine
    christine condoleezza corazon cristina dilma elena elizabeth ellen emma ertharin federica
    fatima gloria golda hanan hillary indira isabel jacinda jean joyce julia kamala karen kristina
    laura leila liz louise madeleine margaret margot maria marie martha mary megawati mette
    michelle miriam monica nadia natalia nicola nkosazana olga patricia roza rosemary ruth samantha
    sanna sarah sharmine sheikha sigrid sima stephanie susan teresa theresa tzipi ursula vera
    florence christiane nathalie heidi ingrid kirsten linda lisa lynn monika petra rachel rebecca
    rita rosa sandra silvia sofia sophie svetlana tatiana tanja valerie virginia wendy zoe aisha
    amal ayelet azucena dominique edith fatou hina ines irina jane jennifer jessica joanna jody
    julie kate katherine khadija larisa leni lucia luisa mariam marina maryam nancy naomi natasha
    victoria yulia zainab zahra helen mona nada ivana jelena dalia rania rima hala bineta graca
    """)
"""Given names by which somebody unknown to the cast is taken to be a woman."""

PARTICLES = words_of("""
    al el bin ibn ben abu abdel abdul van von der den de del della di da dos das la le ul ur um
    binti ould ag walad y e mac st st. du bou aït ait
    """)
"""Small words within names."""
