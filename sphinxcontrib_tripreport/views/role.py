"""What a role names: the answer to it, and what to tell an author whose name is not known."""

from __future__ import annotations

from sphinxcontrib_tripreport.core.catalogue.catalogue import Catalogue
from sphinxcontrib_tripreport.core.catalogue.events import could_be
from sphinxcontrib_tripreport.core.model.problems import Subtype
from sphinxcontrib_tripreport.core.model.talk import Talk
from sphinxcontrib_tripreport.core.text.excerpts import LONGEST_AS_TITLE
from sphinxcontrib_tripreport.core.text.phrases import did_you_mean, quoted
from sphinxcontrib_tripreport.views.context import Context
from sphinxcontrib_tripreport.views.references import Reference


def answer_role(context: Context, docname: str, subject: str) -> Reference | None:
    """The text and target of a role; *subject* is the role, a space, and the name given."""
    role, _, name = subject.partition(" ")
    catalogue = context.catalogue
    if role == "talk":
        talks = talks_named(catalogue, docname, name)
        return context.talk(talks[0]) if len(talks) == 1 else None
    if role == "speaker" and (speaker := catalogue.find_speaker(name)) is not None:
        return context.refer(role, speaker.key, speaker.name)
    if role == "author" and (author := catalogue.find_author(name)) is not None:
        return context.refer(role, author.key, author.name)
    if role == "takeaway" and len(found := catalogue.takeaways.find(name)) == 1:
        return context.takeaway(found[0], LONGEST_AS_TITLE)
    if role == "event" and len(events := catalogue.find_events(name)) == 1:
        return context.refer(role, events[0].key, events[0].name)
    if role == "topic" and (topic := catalogue.find_topic(name)) is not None:
        return context.refer(role, topic.key, topic.name)
    return None


def talks_named(catalogue: Catalogue, docname: str, name: str) -> tuple[Talk, ...]:
    """The talks that *name* can mean in a document: those of its event, if there are any."""
    report = catalogue.reports.get(docname)
    return catalogue.find_talks(name, event=report.event if report else "")


def say_unknown(catalogue: Catalogue, docname: str, role: str, name: str) -> tuple[Subtype, str]:
    """The warning for a role that leads nowhere."""
    talks = talks_named(catalogue, docname, name) if role == "talk" else ()
    if talks:
        places = ", ".join(f"“{talk.name}” ({talk.said_at})" for talk in talks)
        return Subtype.AMBIGUOUS, f"The talk {quoted([name])[0]} could be {places}: name one."
    if role == "takeaway" and (found := catalogue.takeaways.find(name)):
        return Subtype.AMBIGUOUS, could_be(name, [each.name for each in found])
    if role == "event" and (events := catalogue.find_events(name)):
        return Subtype.AMBIGUOUS, could_be(name, [event.key for event in events])
    near = catalogue.names.near(role, name)
    return Subtype.REFERENCE, f"No {role} is called {quoted([name])[0]}.{did_you_mean(near)}"
