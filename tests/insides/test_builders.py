"""What we reach into in Sphinx's builders and logging is as we expect it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import get_type_hints

import pytest
import sphinx
from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.builders import Builder
from sphinx.builders.epub3 import Epub3Builder
from sphinx.builders.gettext import Catalog, I18nBuilder, MessageCatalogBuilder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.latex import LaTeXBuilder
from sphinx.builders.latex.constants import DEFAULT_SETTINGS
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.search import IndexBuilder, SearchLanguage
from sphinx.transforms import i18n
from sphinx.util import logging as sphinx_logging
from sphinx.util import texescape
from sphinx.util.display import status_iterator
from sphinx.util.inventory import InventoryFile
from sphinx.util.nodes import inline_all_toctrees
from sphinx.writers.latex import LaTeXTranslator
from sphinx.writers.text import TextTranslator
from sphinx_design import cards, dropdown, extension, grids, icons, tabs
from sphinx_design.shared import create_component, make_choice
from sphinxcontrib.serializinghtml import SerializingHTMLBuilder

from sphinxcontrib_tripreport.builders.languages import TitleInLatex
from sphinxcontrib_tripreport.builders.latex import STYLE
from sphinxcontrib_tripreport.pages.template_places import _LOCATION
from sphinxcontrib_tripreport.views.design_icons import icons_read_late
from tests.tools.insides import looks_at, parameters, says

_SPHINX = Path(sphinx.__file__).parent


@looks_at("builders/epub.py")
def test_books_collect_their_pages_in_get_toc() -> None:
    """``get_toc`` makes ``refnodes``, whose ``refuri`` Sphinx compares with the names of files."""
    assert parameters(Epub3Builder.get_toc) == ["self"]
    assert says(Epub3Builder.get_toc, "self.refnodes =", "['refuri']")
    assert says(Epub3Builder.build_content, "for refnode in self.refnodes", "refnode['refuri']")


@looks_at("builders/epub.py")
def test_books_pack_all_but_what_is_excluded() -> None:
    """Whatever is in the output directory after ``get_toc`` is in the book."""
    assert says(Epub3Builder.build_content, "*self.config.epub_exclude_files")
    assert says(Epub3Builder.handle_finish, "self.get_toc()", "self.build_content()")


@looks_at("builders/epub.py")
def test_books_do_not_say_which_pages_have_drawings() -> None:
    """``build_content`` writes ``content.opf``, whose items of pages have no properties."""
    assert parameters(Epub3Builder.build_content) == ["self"]
    template = (_SPHINX / "templates" / "epub3" / "content.opf.jinja").read_text(encoding="utf-8")
    assert (
        '<item id="{{ item.id }}" href="{{ item.href }}" media-type="{{ item.media_type }}" />'
        in (template)
    )


@looks_at("builders/gettext.py", "views/drawing.py")
def test_catalogues_are_written_from_their_items() -> None:
    """The builder ``gettext`` writes the ``items()`` of ``catalogs``, each with ``messages``."""
    assert says(I18nBuilder.init, "self.catalogs", "= defaultdict(Catalog)")
    assert says(MessageCatalogBuilder.finish, "self.catalogs.items()")
    assert not Catalog().messages


@looks_at("builders/singlehtml.py")
def test_one_page_has_anchors_of_documents() -> None:
    """In ``singlehtml`` a document is the anchor ``document-<name>``, in a node of its own."""
    assert says(SingleFileHTMLBuilder.get_target_uri, "'#document-' + docname")
    assert says(inline_all_toctrees, "addnodes.start_of_file(docname=")


@looks_at("builders/languages.py", "domain/index_order.py")
def test_texts_of_indices_are_escaped_with_translate() -> None:
    """What Sphinx prints in an index of LaTeX, it escapes with the text's own ``translate``."""
    texescape.init()
    escaped = texescape.escape(TitleInLatex("50 %", "de"))
    assert escaped == r"{\triplanguage{ngerman}50 \%}"
    assert says(LaTeXTranslator.generate_indices, "index_cls.localname")


@looks_at("builders/text.py")
def test_images_of_text_are_said_twice() -> None:
    """The builder ``text`` writes the text of an image, and after it that there is one."""
    written = "self.add_text(_('[image: %s]') % node['alt']) self.add_text(_('[image]'))"
    assert says(TextTranslator.visit_image, written)


@looks_at("builders/latex.py")
def test_books_have_a_preamble_in_their_context() -> None:
    """The builder ``latex`` takes the preamble from its ``context``, made when it is set up."""
    assert "preamble" in DEFAULT_SETTINGS
    assert says(LaTeXBuilder.init_context, "self.context = DEFAULT_SETTINGS.copy()")
    assert says(LaTeXBuilder.init, "self.init_context()")


@looks_at("templates/tripreport.sty")
def test_latex_has_the_commands_that_the_package_changes() -> None:
    """Sphinx's LaTeX packages define these commands, or write them into every book."""
    style = STYLE.read_text(encoding="utf-8")
    written = [*_SPHINX.glob("texinputs/*.sty"), _SPHINX / "writers" / "latex.py"]
    sphinx_has = "".join(path.read_text(encoding="utf-8") for path in written)
    for command in (
        "sphinxstyleindexentry", "sphinxstyleindexextra", "sphinxstyleindexpageref",
        "sphinxtablecontinued", "sphinxcrossref", "sphinxincludegraphics", "sphinxtheindex",
        "sphinxclass", "DUrole",
    ):  # fmt: skip
        assert command in style, command
        assert command in sphinx_has, command


@looks_at("domain/index_pages.py", "domain/indices.py")
def test_pages_of_indices_are_made_only_of_entries() -> None:
    """The HTML builder writes a page of an index with entries, and links to it from all pages."""
    made = StandaloneHTMLBuilder.prepare_writing
    assert says(made, "if content:", "self.domain_indices.append(")
    assert says(made, "rellinks.append((index_name", "index_cls.localname", "index_cls.shortname")
    assert says(made, "'rellinks': rellinks")
    written = StandaloneHTMLBuilder.write_domain_indices
    assert says(written, "'indextitle': index_cls.localname", "'domainindex.html'")


@looks_at("views/own_files.py")
def test_extra_files_are_copied_as_they_lie() -> None:
    """Files of ``html_extra_path`` keep their names, and folders what is in them."""
    copies = StandaloneHTMLBuilder.copy_extra_files
    assert says(copies, "excluded = Matcher(self.config.exclude_patterns)")
    assert says(copies, "self.confdir / extra_path, self.outdir, excluded=excluded")


@looks_at("freshness/memory.py", "freshness/stale.py")
def test_what_is_written_anew_is_compared_beforehand() -> None:
    """The HTML builder compares ``build_info``, and keeps the new one before it has written."""
    assert says(StandaloneHTMLBuilder.get_outdated_docs, "self.build_info != build_info")
    info = get_type_hints(StandaloneHTMLBuilder.create_build_info)["return"]()
    assert isinstance(info.config_hash, str)
    assert isinstance(info.tags_hash, str)
    assert says(Builder.write, "env.files_to_rebuild.get(docname, ())")


@looks_at("freshness/output_files.py", "domain/index_pages.py", "pages/made_documents.py")
def test_pages_and_their_sources_have_these_names() -> None:
    """The HTML builder says where a page is, and copies its source into ``_sources``."""
    assert parameters(StandaloneHTMLBuilder.get_output_path)[:2] == ["self", "page_name"]
    assert says(
        StandaloneHTMLBuilder.get_doc_context,
        "sourcename = docname + source_suffix",
        "if source_suffix != self.config.html_sourcelink_suffix",
        "sourcename += self.config.html_sourcelink_suffix",
    )
    basic = _SPHINX / "themes" / "basic" / "sourcelink.html"
    assert "has_source and sourcename" in basic.read_text(encoding="utf-8")


@looks_at("outputs.py", "builders/html.py", "builders/isolated_names.py")
def test_builders_say_what_they_write_for() -> None:
    """Books are ``embedded``, and builders for other programs are made from one class."""
    assert StandaloneHTMLBuilder.embedded is False
    assert Epub3Builder.embedded is True
    assert issubclass(SerializingHTMLBuilder, StandaloneHTMLBuilder)


@looks_at("views/listings/cards.py")
def test_cards_are_components_with_these_names() -> None:
    """sphinx-design makes its grids and cards of components with names and classes."""
    assert parameters(create_component)[:2] == ["name", "classes"]
    for name in ("grid-container", "grid-row", "grid-item"):
        assert says(grids, f"'{name}'")
    assert says(cards, "'card'")
    # sphinx-design 0.6 puts the second name together.
    assert says(cards, "'card-body'") or says(cards, "f'card-{name}'")


@looks_at("views/design_icons.py")
def test_icons_are_read_for_their_names() -> None:
    """Dropdowns ask for the names when they are loaded, and only look among them."""
    assert says(dropdown, "import get_octicon, list_octicons", "make_choice(list_octicons())")
    assert says(make_choice, "directives.choice(argument, choices)")
    with icons_read_late():
        names = icons.list_octicons()
    assert not isinstance(names, list)
    assert directives.choice("alert", names) == "alert"
    with pytest.raises(ValueError, match="choose from"):
        directives.choice("no-icon", names)
    assert [*names] == icons.list_octicons()


@looks_at("views/components.py")
def test_components_are_looked_for_by_these() -> None:
    """sphinx-design finds its components by an attribute, and does nothing where there are none."""
    assert says(create_component, "design_component=name")
    # sphinx-design 0.6 has a function of its own that is called so.
    assert says(dropdown.DropdownHtmlTransform.run, "findall(", "is_component(node")
    assert says(tabs.TabSetHtmlTransform.run, "findall(", "is_component(node")
    if hasattr(extension, "setup_aside"):  # since sphinx-design 0.7
        from sphinx_design.aside import AsideHtmlTransform

        assert says(AsideHtmlTransform.run, "document.findall(", "is_component(n")
    if hasattr(extension, "_resolve_new_tab_refs"):
        assert says(extension._has_new_tab_marker, "node.get('sd_new_tab')")
        assert says(extension._resolve_new_tab_refs, "in doctree.findall(_has_new_tab_marker)")


@looks_at("pages/warnings.py", "reading/myst.py")
def test_warnings_pass_the_handlers_of_one_logger() -> None:
    """All that Sphinx says goes to the handlers of the logger ``sphinx``; one is for warnings."""
    assert sphinx_logging.NAMESPACE == "sphinx"
    assert issubclass(sphinx_logging.WarningStreamHandler, logging.Handler)
    assert says(
        sphinx_logging.setup,
        "logger = logging.getLogger(NAMESPACE)",
        "warning_handler = WarningStreamHandler(",
        "warning_handler.addFilter(",
        "logger.addHandler(warning_handler)",
    )
    assert {"type", "subtype", "location"} <= set(sphinx_logging.SphinxLoggerAdapter.KEYWORDS)


@looks_at("pages/warnings.py", "pages/template_places.py")
def test_filters_of_sphinx_put_the_place_into_a_warning() -> None:
    """Sphinx's own filter makes a path and a line of a document, a tuple or a node."""
    place = sphinx_logging.SphinxLogRecordTranslator.filter
    assert says(place, "location = getattr(record, 'location'", "record.location =")
    node = nodes.paragraph()
    node.source, node.line = "/a/b.rst", 3
    assert sphinx_logging.get_node_location(node) == "/a/b.rst:3"


@looks_at("pages/template_places.py")
def test_translated_texts_have_a_place_of_their_own() -> None:
    """Warnings of a translated text are at the place of the original, and ``<translated>``."""
    assert says(i18n, ":<translated>'")
    found = _LOCATION.match("/a/b.rst:3:<translated>:1")
    assert found is not None
    assert (found["path"], found["line"]) == ("/a/b.rst", "3")


@looks_at("pages/making.py")
def test_warnings_can_be_held_back() -> None:
    """``pending_logging`` keeps warnings until its end; ``clear`` forgets them."""
    assert says(sphinx_logging.pending_logging, "suppress_logging() as memhandler", "yield")
    assert callable(sphinx_logging.MemoryHandler.clear)
    assert parameters(status_iterator)[:5] == [
        "iterable",
        "summary",
        "color",
        "length",
        "verbosity",
    ]


@looks_at("builders/search_stems.py")
def test_the_index_asks_its_language_for_stems() -> None:
    """A stem depends on nothing but the word, and is asked for anew for each page."""
    assert parameters(SearchLanguage.stem) == ["self", "word"]
    assert says(IndexBuilder.feed, "_stem = self.lang.stem", "_stem(word_to_stem).lower()")
    assert says(StandaloneHTMLBuilder.index_page, "self.indexer.feed(")


@looks_at("builders/search_index_file.py")
def test_the_index_is_loaded_before_pages_are_written_and_dumped_after_them() -> None:
    """It is that of the last build without the documents that are going to be written."""
    builder = StandaloneHTMLBuilder
    assert parameters(builder.load_indexer) == ["self", "docnames"]
    assert parameters(builder.dump_search_index) == ["self"]
    assert says(builder.prepare_writing, "if self.search:", "self.load_indexer(docnames)")
    assert says(builder.handle_finish, "self.dump_search_index")
    assert says(builder.dump_search_index, "self.outdir / self.searchindex_filename")
    assert says(builder.dump_search_index, "self.indexer.prune(self.env.all_docs)")
    assert says(IndexBuilder.freeze, "self._titles", "self.get_objects(", "self._all_titles")
    assert parameters(IndexBuilder.prune) == ["self", "docnames"]


@looks_at("builders/inventory_file.py")
def test_inventories_are_written_from_objects_of_domains() -> None:
    """What else is in them is the project, its version, and addresses of documents."""
    assert parameters(StandaloneHTMLBuilder.dump_inventory) == ["self"]
    assert says(StandaloneHTMLBuilder.handle_finish, "self.dump_inventory")
    assert says(
        InventoryFile.dump,
        *("env.config.project", "env.config.version", "env.domains.sorted()"),
        *("domain.get_objects()", "builder.get_target_uri(docname)"),
    )
