"""Random requests of each kind, by the world that the events were made of."""
import random
from urllib.parse import urlencode

from world import CASE_ROWS, DATASET, FIRST_YEAR, LAST_YEAR, Zipf


class Targets:
    """Each kind gives the target of a new request at every call."""

    def __init__(self, world, events, seed, dataset=DATASET, types=None):
        self.world, self.dataset, self.types = world, dataset, types
        self.cases = max(1, events // CASE_ROWS)
        self.random = random.Random(seed)
        # Recent years are asked for more often, as they hold more.
        self.years_back = Zipf(LAST_YEAR - FIRST_YEAR + 1, 0.7)

    def _period(self, years=1):
        last = LAST_YEAR - self.years_back.draw(self.random.random)
        first = max(FIRST_YEAR, last - years + 1)
        return {"from": f"{first}-01-01", "to": f"{last}-12-31"}

    def _events(self, **filters):
        return "/v1/events?" + urlencode({"dataset": self.dataset, **filters})

    def page(self):
        kind = self.random.choice(self.types) if self.types else self.world.type_of.draw(self.random.random)
        return self._events(type=self.random.choice((kind, kind.split(".")[0])), **self._period())

    def actor(self):
        actor = self.world.actors[self.world.actor_rank.draw(self.random.random)]
        return self._events(actor=actor[0], **self._period())

    def box(self):
        *_, lat, lon = self.world.places[self.world.place_rank.draw(self.random.random)]
        west, south = lon - self.random.random(), lat - self.random.random()
        return self._events(bbox=f"{west:.4f},{south:.4f},{west + 1:.4f},{south + 1:.4f}", **self._period(5))

    def _words(self, count):
        content = self.random.choice(self.world.content_words)
        return self._events(q=" ".join(self.random.sample(content, count)))

    def word(self):
        return self._words(1)

    def three_words(self):
        return self._words(3)

    def timeline(self):
        return "/v1/timeline?" + urlencode({"dataset": DATASET, "tag": f"case-{self.random.randrange(self.cases)}"})


KINDS = {
    "page": "page of 50, type and year",
    "actor": "one actor's year",
    "box": "box of 1 degree, 5 years",
    "word": "text, 1 word",
    "three_words": "text, 3 words",
    "timeline": "timeline of 200",
}
