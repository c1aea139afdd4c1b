"""The invented world that the events happen in: the same at every run, so that whoever asks knows what there is.

Countries and their rough extents are real, since places are checked against outlines; every name in them is invented.
"""
import random
from bisect import bisect
from itertools import accumulate

DATASET = "bench"
FIRST_YEAR, LAST_YEAR = 1989, 2024
PLACES = 40_000
ACTORS = 3_000
PUBLISHERS = 600
RARE_WORDS = 6_000
SENTENCES = 24_000
# Every so many rows hold a case: each tenth row has its tag, so 200 events.
CASE_ROWS, CASE_SHARE = 2_000, 10

# Within the outline of each: latitude and longitude of the middle, and how far places lie from it.
COUNTRIES = {
    "AF": (33.9, 66.0, 2.5, 3.5), "SY": (35.0, 38.3, 1.2, 1.8), "IQ": (33.0, 43.7, 2.0, 1.6), "UA": (49.0, 31.5, 1.6, 5.0),
    "SO": (4.0, 45.2, 1.5, 1.5), "SD": (14.5, 29.5, 3.5, 4.0), "NG": (9.5, 8.0, 2.8, 3.5), "CD": (-2.5, 23.5, 4.0, 4.0),
    "IN": (22.5, 79.0, 5.0, 4.0), "PK": (29.5, 68.5, 2.0, 2.0), "CO": (4.0, -73.0, 3.0, 2.2), "YE": (15.5, 46.5, 1.0, 2.5),
    "ET": (8.5, 39.5, 2.5, 3.0), "MM": (21.0, 96.0, 3.0, 1.5), "ML": (17.0, -2.5, 3.0, 2.5), "TR": (39.0, 35.0, 1.0, 5.5),
    "SS": (7.5, 30.0, 1.8, 2.5), "LY": (28.0, 17.5, 3.0, 4.5), "CF": (6.8, 20.5, 1.2, 3.0), "TD": (14.5, 18.5, 4.0, 2.5),
    "NE": (16.5, 9.0, 2.5, 4.0), "BF": (12.3, -1.5, 1.0, 1.8), "MX": (23.5, -102.0, 3.0, 3.0), "KE": (0.5, 37.8, 2.5, 2.2),
    "UG": (1.3, 32.4, 1.5, 1.3), "AO": (-12.5, 17.5, 3.5, 3.0), "DZ": (30.0, 3.0, 4.0, 4.0), "EG": (27.0, 29.5, 2.5, 2.5),
    "MZ": (-15.0, 37.5, 2.0, 1.8), "AZ": (40.3, 47.7, 0.7, 1.2), "NP": (28.2, 84.0, 0.5, 2.5), "PE": (-9.5, -75.5, 3.0, 2.0),
    "LK": (7.6, 80.8, 1.0, 0.6), "BD": (24.0, 90.0, 1.2, 1.2), "GT": (15.4, -90.3, 0.8, 0.8), "IR": (32.5, 54.0, 3.5, 4.5),
    "SA": (24.0, 45.0, 4.0, 4.5), "GE": (42.0, 43.8, 0.5, 1.2), "RU": (57.5, 60.0, 3.0, 12.0), "BI": (-3.3, 29.9, 0.5, 0.5),
}

TYPES = {
    "battle.ground": 30, "battle.ambush": 10, "shelling.artillery": 12, "shelling.air_strike": 9, "violence.civilians": 13,
    "violence.abduction": 5, "explosion.device": 6, "protest.peaceful": 8, "protest.riot": 3, "statement": 2,
    "talks.ceasefire": 1, "military.withdrawal": 1,
}

ACTOR_KINDS = ("armed_group", "armed_force", "militia", "political_group", "population")
GRAMMAR = "the of in and to near a by after on was were with from that at for had been their".split()
COMMON = (
    "reported forces killed civilians village town soldiers fighters armed group police army according local sources said "
    "wounded attack road market district hospital school border camp convoy checkpoint explosion shelling airstrike clash "
    "demonstration protest curfew ceasefire negotiation hostages released injured houses burned displaced families officials "
    "confirmed unconfirmed morning night dawn bridge river airport militants troops vehicle ambush raid opened fire residents "
    "fled government rebels commander patrol destroyed seized mine position mortar governor spokesman witnesses reprisal"
).split()
SYLLABLES = (
    "ba be bo da de du fa ga gi ha ja ka ki ko la le li lo ma me mi mo na ne no pa ra re ri ro sa se si so ta te ti to va wa "
    "ya za zo ña šu ér ön dağ ış"
).split()


class Zipf:
    """Ranks 0 to n-1; rank k as often as 1 / (k + 1)^s."""

    def __init__(self, n, s):
        self.sums = list(accumulate(1.0 / (rank + 1) ** s for rank in range(n)))
        self.total = self.sums[-1]

    def draw(self, rnd):
        return bisect(self.sums, rnd() * self.total)


class Choice:
    """A choice among weighted words."""

    def __init__(self, weights):
        self.words = list(weights)
        self.sums = list(accumulate(weights.values()))

    def draw(self, rnd):
        return self.words[bisect(self.sums, rnd() * self.sums[-1])]


class World:
    def __init__(self):
        r = random.Random(4711)
        self.place_rank = Zipf(PLACES, 0.85)
        self.actor_rank = Zipf(ACTORS, 1.0)
        self.publisher_rank = Zipf(PUBLISHERS, 1.0)
        self.type_of = Choice(TYPES)
        self._make_places(r)
        self._make_actors(r)
        self.publishers = [name(r) + r.choice((" News", " Agency", " Times", " Monitor", " Radio")) for _ in range(PUBLISHERS)]
        self._make_text(r)

    def _make_places(self, r):
        """Countries and provinces of larger places first, then towns: (key, name, kind, country, within, lat, lon)."""
        self.larger, self.places = [], []
        provinces = {}
        for code, (lat, lon, height, width) in COUNTRIES.items():
            self.larger.append((f"c-{code}", f"{name(r)} {code}", "country", code, "", lat, lon))
            provinces[code] = []
            for number in range(r.randint(5, 20)):
                at = (f"p-{code}-{number}", name(r) + " Province", "province", code, f"c-{code}",
                      lat + r.uniform(-height, height), lon + r.uniform(-width, width))
                provinces[code].append(at)
                self.larger.append(at)
        codes, rank = list(COUNTRIES), Zipf(len(COUNTRIES), 0.9)
        for number in range(PLACES - len(self.larger)):
            code = codes[rank.draw(r.random)]
            lat, lon, height, width = COUNTRIES[code]
            province = r.choice(provinces[code])
            kind = r.choice(("village", "village", "village", "town", "town", "city", "camp"))
            self.places.append(
                (f"t-{number}", name(r), kind, code, province[0],
                 min(max(r.gauss(province[5], 0.4), lat - height), lat + height),
                 min(max(r.gauss(province[6], 0.5), lon - width), lon + width))
            )
        self.places += self.larger
        r.shuffle(self.places)  # rank is not by country

    def _make_actors(self, r):
        """(key, name, kind, country)"""
        codes = list(COUNTRIES)
        endings = (" Liberation Front", " Army", " Resistance", " Movement", " Militia", " Brigade", " Council")
        self.actors = []
        for number in range(ACTORS):
            code = r.choice(codes)
            if number < len(codes):
                self.actors.append((f"a-{number}", f"Government of {name(r)}", "state", codes[number]))
            else:
                self.actors.append((f"a-{number}", name(r) + r.choice(endings), r.choice(ACTOR_KINDS), code))
        r.shuffle(self.actors)

    def _make_text(self, r):
        rare = sorted({name(r).lower() for _ in range(RARE_WORDS)})
        r.shuffle(rare)
        rare_rank, common_rank = Zipf(len(rare), 0.8), Zipf(len(COMMON), 0.5)
        self.sentences, self.content_words = [], []
        for _ in range(SENTENCES):
            content = [COMMON[common_rank.draw(r.random)] for _ in range(r.randint(4, 7))]
            content += [rare[rare_rank.draw(r.random)] for _ in range(r.randint(1, 3))]
            r.shuffle(content)
            words = []
            for word in content:
                words += (r.choice(GRAMMAR), word) if r.random() < 0.6 else (word,)
            self.sentences.append(" ".join(words).capitalize() + ".")
            self.content_words.append(content)


def name(r):
    return "".join(r.choice(SYLLABLES) for _ in range(r.randint(2, 4))).capitalize()
