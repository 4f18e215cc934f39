"""Task lists in talks: each box to tick is an action (``tripreport_task_lists``)."""

from __future__ import annotations

from typing import Any

from sphinx.transforms import SphinxTransform


class FindTasks(SphinxTransform):
    """Marks the items of task lists in talks as actions."""

    def apply(self, **kwargs: Any) -> None:
        """Mark them, if the project wants it."""
        if self.config.tripreport_task_lists:
            from sphinxcontrib_tripreport.reading.task_items import mark_tasks

            mark_tasks(self.env, self.document)
