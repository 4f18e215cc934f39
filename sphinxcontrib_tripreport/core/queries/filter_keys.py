"""What the words of filters mean: the keys that they name, and which words nobody knows. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.events import could_be
from sphinxcontrib_tripreport.core.model.problems import Problem, Subtype
from sphinxcontrib_tripreport.core.queries.filter_values import FilterValues
from sphinxcontrib_tripreport.core.queries.options import THIS
from sphinxcontrib_tripreport.core.queries.query import Query
from sphinxcontrib_tripreport.core.text.names import name_key
from sphinxcontrib_tripreport.core.text.phrases import did_you_mean, quoted
from sphinxcontrib_tripreport.core.text.slugs import fold, slug

Keys = frozenset[str]
_PEOPLE = ("speaker", "author", "owner")
"""The filters that name people."""


class Meanings:
    """What the filters of one query mean on one page. Each is looked up when it is asked for."""

    def __init__(
        self,
        catalogue: Catalogue,
        forms: FilterValues,
        query: Query,
        docname: str,
        subject: tuple[str, str] | None,
    ) -> None:
        """Take the query, the page that it is on, and what this is made for, if it is made.

        :param subject: a kind and a key
        """
        self.problems: list[Problem] = []
        """What is wrong with the filters that have been asked for; the caller knows the place."""
        self._catalogue = catalogue
        self._forms = forms
        self._filters = dict(query.filters)
        self._docname = docname
        self._subject = subject
        self._known: dict[str, tuple[Keys | None, Keys]] = {}

    def __contains__(self, name: str) -> bool:
        """Whether the query has a filter."""
        return name in self._filters

    def keys(self, name: str) -> tuple[Keys | None, Keys]:
        """The keys that a filter asks for (None if it is not given), and those it excludes."""
        if name not in self._filters:
            return None, frozenset()
        if name not in self._known:
            wanted = self._filters[name]
            some = self._all_meant(name, wanted.some) if wanted.some else None
            none = self._all_meant(name, wanted.none, is_excluded=True)
            if some and some <= none:
                self._say(f"“{name}” excludes all that it asks for: nothing is listed for it.")
            self._known[name] = some, none
        return self._known[name]

    def _all_meant(self, name: str, values: Iterable[str], *, is_excluded: bool = False) -> Keys:
        return frozenset(
            key
            for value in values
            for key in self._keys_meant(name, value, is_excluded=is_excluded)
        )

    def _keys_meant(self, name: str, value: str, *, is_excluded: bool) -> Keys:
        if value == THIS and name != "site":
            keys = frozenset(filter(None, self._keys_of_page(name)))
            if not keys:
                self._say(f"“{name}” is “this”, but this page has no {name}.")
            return keys
        forms = self._forms.values_of(name)
        if name == "language":
            code = value.lower().replace("_", "-")
            found = frozenset(key for _, _, key in forms if _is_language(key, code))
        elif "*" in value or "?" in value:
            pattern = fold(value)
            found = frozenset(key for _, form, key in forms if fnmatchcase(form, pattern))
        elif name == "event":
            return self._events(value, is_excluded=is_excluded)
        else:
            key = name_key(value) if name in _PEOPLE else slug(value)
            found = self._forms.meant(name, fold(value), key)
        if not found:
            self._say(self._say_unknown(name, value, is_excluded=is_excluded))
        return found

    def _say(self, text: str, subtype: Subtype = Subtype.REFERENCE) -> None:
        self.problems.append(Problem(subtype, text))

    def _events(self, value: str, *, is_excluded: bool) -> Keys:
        """The event that a key or a name means; none if several have the name."""
        events = self._catalogue.find_events(value)
        if len(events) == 1:
            return frozenset((events[0].key,))
        if events:
            self._say(could_be(value, [event.key for event in events]), Subtype.AMBIGUOUS)
        else:
            self._say(self._say_unknown("event", value, is_excluded=is_excluded))
        return frozenset()

    def _say_unknown(self, name: str, value: str, *, is_excluded: bool) -> str:
        def known() -> Iterable[str]:
            return {key: shown for shown, _, key in reversed(self._forms.values_of(name))}.values()

        near = did_you_mean(self._catalogue.names.near_values(name, value, known))
        what_follows = "nothing is left out for it" if is_excluded else "nothing is listed for it"
        return f"No {name} is {quoted([value])[0]}: {what_follows}.{near}"

    def _keys_of_page(self, name: str) -> Iterator[str]:
        catalogue = self._catalogue
        if self._subject is not None and self._subject[0] == name:
            yield self._subject[1]
        elif name == "report":
            yield self._docname if self._docname in catalogue.reports else ""
        elif name in _PEOPLE:
            people = {
                "speaker": catalogue.speakers, "author": catalogue.authors,
                "owner": catalogue.people,
            }[name]  # fmt: skip
            if self._subject is not None and self._subject[0] in _PEOPLE:
                # One person: of a speaker's page what they wrote may be asked as well.
                yield self._subject[1] if self._subject[1] in people else ""
                return
            here = [s for s in people.values() if s.described]
            yield from (s.key for s in here if s.described and s.described.docname == self._docname)
        elif name == "event":
            report = catalogue.reports.get(self._docname)
            if report is not None and report.event:
                yield report.event
                return
            for event in catalogue.events.values():
                if event.described is not None and event.described.docname == self._docname:
                    yield event.key


def _is_language(code: str, wanted: str) -> bool:
    """A language is meant by its code and by the first part of it."""
    return fnmatchcase(code, wanted) or code.startswith(f"{wanted}-")
