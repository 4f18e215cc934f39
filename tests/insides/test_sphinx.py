"""What we reach into in Sphinx is as we expect it; a test that fails names our files."""

from __future__ import annotations

import inspect
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes, config, environment
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.latex.transforms import LaTeXFootnoteVisitor
from sphinx.directives.other import TocTree
from sphinx.domains import Domain
from sphinx.domains.std import StandardDomain
from sphinx.environment import BuildEnvironment
from sphinx.environment.collectors.asset import ImageCollector
from sphinx.environment.collectors.dependencies import DependenciesCollector
from sphinx.environment.collectors.toctree import TocTreeCollector
from sphinx.ext import ifconfig
from sphinx.ext.intersphinx._shared import InventoryAdapter
from sphinx.locale import get_translator, translators
from sphinx.parsers import RSTParser
from sphinx.project import EXCLUDE_PATHS, Project
from sphinx.registry import SphinxComponentRegistry
from sphinx.roles import XRefRole
from sphinx.search import IndexBuilder
from sphinx.transforms import DoctreeReadEvent, SphinxSmartQuotes, SphinxTransformer, i18n
from sphinx.transforms.post_transforms import ReferencesResolver
from sphinx.util import docname_join, rst
from sphinx.util import docutils as sphinx_docutils
from sphinx.util.docutils import is_directive_registered
from sphinx.util.i18n import docname_to_domain
from sphinx.util.logging import suppress_logging
from sphinx.util.matching import Matcher, patfilter
from sphinx.util.nodes import (
    clean_astext,
    explicit_title_re,
    extract_messages,
    is_translatable,
    nested_parse_with_titles,
)
from sphinx.util.osutil import relative_uri
from sphinx.util.tags import Tags
from sphinx.writers.html5 import HTML5Translator
from sphinx.writers.latex import LaTeXTranslator

from tests.tools.insides import looks_at, parameters, says

# What is replaced, or made from a class of Sphinx's


@looks_at("directives/toctree.py")
def test_toctree_reads_its_content_line_by_line() -> None:
    """The directive ``toctree`` takes from each line what we take, the rest from ``found_docs``.

    What it found is in ``entries``, as titles and names, and in ``includefiles``.
    """
    assert parameters(TocTree.run) == ["self"]
    assert says(TocTree.run, "subnode['entries'] = []", "subnode['includefiles'] = []")
    read = TocTree.parse_content
    assert says(read, "self.env.found_docs", "for entry in self.content")
    assert says(read, "explicit_title_re.match(entry)", "glob_re.match(entry)", "docname_join(")
    assert says(read, "['entries'].append((title, docname))", "['includefiles'].append(docname)")
    found = explicit_title_re.match("A title <name>")
    assert found is not None
    assert found[2] == "name"
    assert docname_join("folder/one", "two") == "folder/two"
    assert list(patfilter(["a/b", "c"], "a/*")) == ["a/b"]


@looks_at("pages/project.py")
def test_project_is_asked_by_few_methods() -> None:
    """``Project`` answers by these methods and attributes, and Sphinx asks it for every path."""
    methods = {name for name in vars(Project) if not name.startswith("_")}
    assert methods == {"restore", "discover", "path2doc", "doc2path"}
    assert parameters(Project.doc2path) == ["self", "docname", "absolute"]
    assert parameters(Project.discover) == ["self", "exclude_paths", "include_paths"]
    project = Project("/source", [".rst"])
    project.restore(Project("/source", [".md"]))
    assert str(project.srcdir) == str(Path("/source").absolute())
    assert project.docnames == set()
    assert type(project.doc2path("a", absolute=False)) is type(project.srcdir)
    assert says(BuildEnvironment.doc2path, "self.project.doc2path(")
    assert says(BuildEnvironment.found_docs.fget, "self.project.docnames")  # type: ignore[attr-defined]


@looks_at("pages/making.py")
def test_folder_of_made_sources_is_never_searched() -> None:
    """Sphinx looks for documents in no folder of the name ``_sources``."""
    assert "**/_sources" in EXCLUDE_PATHS


@looks_at("pages/parser.py")
def test_the_parser_is_set_up_and_finished() -> None:
    """Between these two, the parser of Sphinx adds a prolog, and makes the nodes of a document."""
    assert says(
        RSTParser.parse, "self.setup_parse(", "self.decorate(inputlines)", "self.finish_parse()"
    )


@looks_at("pages/making.py")
def test_documents_are_read_one_by_one() -> None:
    """Sphinx reads a document as we have it read: purged, cleared, read."""
    assert says(
        Builder._read_serial, "'env-purge-doc'", "env.clear_doc(docname)", "self.read_doc(docname)"
    )
    assert parameters(Builder.read_doc) == ["self", "docname", "_cache"]
    assert says(Builder.write_doctree, "if _cache:", "_write_doc_doctree_cache[docname] = doctree")
    made = BuildEnvironment.__init__
    assert says(made, "self.dependencies", "self.files_to_rebuild", "self.glob_toctrees")


@looks_at("noting/pickled_doctrees.py")
def test_loaded_doctrees_are_kept_as_bytes() -> None:
    """What is not among them is read from the file."""
    assert says(BuildEnvironment.__init__, "self._pickled_doctree_cache: dict[str, bytes] = {}")
    load = BuildEnvironment.get_doctree
    assert says(load, "self._pickled_doctree_cache[docname]", "except KeyError:", "f.read()")


@looks_at("pages/settings_once.py")
def test_settings_are_made_for_each_document() -> None:
    """One function makes the settings; a document changes its source and its dependencies."""
    if not hasattr(sphinx_docutils, "_get_settings"):
        return  # of a version that keeps them
    read = sphinx_docutils._parse_str_to_doctree
    assert says(read, "_get_settings(", "settings._source = str(filename)")
    assert parameters(sphinx_docutils._get_settings) == [
        "components", "defaults", "read_config_files"
    ]  # fmt: skip
    assert says(DependenciesCollector.process_doc, "settings.record_dependencies")


@looks_at("pages/making.py", "reading/drafts.py")
def test_outdated_documents_can_be_changed_in_place() -> None:
    """Handlers of ``env-get-outdated`` get the sets that Sphinx goes by afterwards."""
    assert says(
        Builder.read,
        "added, changed, removed = self.env.get_outdated_files(",
        "'env-get-outdated', self.env, added, changed, removed",
        "for docname in removed",
        "sorted(added | changed)",
        "'env-before-read-docs'",
    )


@looks_at("nodes.py")
def test_translatable_nodes_have_three_methods() -> None:
    """A node gives its texts to translators, and takes what they made of them, by these methods."""
    methods = {name for name in vars(addnodes.translatable) if not name.startswith("_")}
    assert methods == {
        "preserve_original_messages", "apply_translated_message", "extract_original_messages",
    }  # fmt: skip


@looks_at("domain/domain.py")
def test_indices_are_registered_by_their_titles() -> None:
    """A domain registers each index, when it is set up, with the title that it has then."""
    assert says(Domain.setup, "for index in self.indices", "index.localname")


@looks_at("domain/roles.py")
def test_roles_make_references_in_two_steps() -> None:
    """A role makes a node with its ``classes``; ``process_link`` changes title and target."""
    assert says(XRefRole.run, "self.create_xref_node()")
    assert says(XRefRole.create_xref_node, "self.process_link(", "classes=self.classes")
    assert parameters(XRefRole.process_link) == [
        "self", "env", "refnode", "has_explicit_title", "title", "target",
    ]  # fmt: skip


# What is imitated


@looks_at("noting/conditions.py")
def test_conditions_are_asked_with_these_names() -> None:
    """``ifconfig`` evaluates its ``expr`` with the values of the config and the builder's name."""
    assert says(
        ifconfig.process_ifconfig_nodes,
        "= {confval.name: confval.value for confval in app.config}",
        "ns.update(app.config.__dict__.copy())",
        "ns['builder'] = app.builder.name",
        "for node in list(doctree.findall(ifconfig))",
        "eval(node['expr'], ns)",
    )
    tags = Tags(["a"])
    assert tags.eval_condition("a and not b")


@looks_at("noting/translations.py", "builders/gettext.py")
def test_catalogues_have_the_names_of_documents() -> None:
    """A document has a catalogue named after it, after its folder, or one for all."""
    assert docname_to_domain("a/b", compaction=False) == "a/b"
    assert docname_to_domain("a/b", compaction=True) == "a"
    assert docname_to_domain("a/b", compaction="all") == "all"
    assert says(i18n.Locale.apply, "docname_to_domain(", "locale_dirs", "init_locale(")
    assert says(i18n.TranslationProgressTotaliser, "node['translated']")


@looks_at(
    "noting/translations.py", "matching/pattern_talks.py", "pages/made_documents.py", "nodes.py"
)
def test_texts_of_translators_are_found() -> None:
    """Sphinx finds texts to translate, but not in what says ``translatable=False``."""
    text, other = nodes.paragraph("one", "one"), nodes.paragraph("two", "two", translatable=False)
    for node in (text, other):
        node.source, node.line = "a.rst", 1
    assert is_translatable(text)
    assert not is_translatable(other)
    document = nodes.section("", text, other)
    assert [message for _, message in extract_messages(document)] == ["one"]


@looks_at("messages.py")
def test_translations_are_kept_by_catalogue() -> None:
    """Words of a catalogue are looked up in ``translators``, under the name ``general``."""
    assert parameters(get_translator) == ["catalog", "namespace"]
    assert get_translator.__defaults__ is not None
    assert get_translator.__defaults__[1] == "general"
    translators["general", "a catalogue"] = found = get_translator("sphinx")
    assert get_translator("a catalogue") is found
    del translators["general", "a catalogue"]


@looks_at("settings.py")
def test_types_of_settings_are_checked_before_ours() -> None:
    """Sphinx warns of values of another type at 800, before defaults take their place."""
    assert says(config.setup, "app.connect('config-inited', check_confval_types, priority=800)")


@looks_at("reading/encoding.py")
def test_documents_are_read_with_the_encoding_of_the_settings() -> None:
    """Sphinx decodes a document by what ``env.settings`` has as ``input_encoding``."""
    assert says(inspect.getmodule(BuildEnvironment), "'input_encoding': 'utf-8-sig'")


@looks_at("noting/files.py")
def test_downloads_have_a_place_in_the_output() -> None:
    """A file to download has, by its path, the documents with it and its place in the output."""
    files: Any = vars(environment)["DownloadFiles"]()
    files.add_file("index", "a/b.pdf")
    paths = {str(path): found for path, found in files.items()}
    documents, place = paths[str(Path("a/b.pdf"))]
    assert documents == {"index"}
    assert str(place).endswith("b.pdf")


@looks_at("views/pen.py", "builders/epub.py")
def test_images_have_candidates() -> None:
    """An image of the project has the candidate ``*`` and a place; others have ``?``."""
    found = ImageCollector.process_doc
    assert says(found, "candidates['?'] = imguri", "candidates['*'] = node['uri']")
    assert says(found, "app.env.images.add_file(docname, imgpath)")


@looks_at("domain/intersphinx.py")
def test_inventories_are_kept_with_the_environment() -> None:
    """Intersphinx keeps what it loaded as ``env.intersphinx_inventory``, by type and name."""
    env = SimpleNamespace()
    inventory = InventoryAdapter(cast("BuildEnvironment", env)).main_inventory
    assert env.intersphinx_inventory is inventory


@looks_at("reading/__init__.py", "noting/__init__.py", "matching/__init__.py", "views/__init__.py",
          "directives/__init__.py", "builders/__init__.py", "domain/__init__.py")  # fmt: skip
def test_transforms_of_sphinx_have_their_priorities() -> None:
    """Ours run before and after these."""
    assert i18n.Locale.default_priority == 20
    assert SphinxSmartQuotes.default_priority == 750
    assert DoctreeReadEvent.default_priority == 880
    assert ReferencesResolver.default_priority == 10


# What is only called, but is not among what Sphinx promises to extensions


@looks_at("reading/post_source.py", "reading/drafts.py", "reading/cleaning.py")
def test_directives_can_be_asked_for() -> None:
    """Sphinx says whether a directive is registered, by its name."""
    # docutils' own are registered when they are used for the first time.
    directives.register_directive("insides", TocTree)
    assert is_directive_registered("insides")
    assert not is_directive_registered("no such directive")


@looks_at("reading/making_posts.py", "reading/configured.py", "reading/suffixes.py", "settings.py")
def test_globs_are_those_of_exclude_patterns() -> None:
    """``Matcher`` takes globs as ``exclude_patterns`` has them."""
    assert Matcher(["posts/**"])("posts/2020/one")
    assert not Matcher(["posts/*"])("posts/2020/one")


@looks_at("directives/sections.py")
def test_content_can_be_parsed_into_a_section() -> None:
    """Content with headings is parsed into a node, with the offset of its lines."""
    assert parameters(nested_parse_with_titles) == ["state", "content", "node", "content_offset"]


@looks_at("pages/templates.py")
def test_texts_can_be_escaped() -> None:
    """Sphinx escapes a text for reStructuredText."""
    assert rst.escape("*a*") == r"\*a\*"


@looks_at("views/pictures.py", "views/nodes_as_html.py")
def test_addresses_can_be_made_relative() -> None:
    """Sphinx makes an address relative to another one."""
    assert relative_uri("a/b.html", "_downloads") == "../_downloads"


@looks_at("noting/title_references.py", "domain/index_references.py")
def test_titles_of_labels_are_known() -> None:
    """A label has a document, an anchor and a title; names of documents are joined as paths."""
    assert says(StandardDomain, "self.labels[name] = docname, labelid, sectname")
    assert docname_join("a/b", "c") == "a/c"
    assert docname_join("a/b", "/c") == "c"
    assert parameters(clean_astext) == ["node"]


@looks_at("views/note_copies.py")
def test_references_are_resolved_as_in_their_document() -> None:
    """Post-transforms are registered with priorities, and Sphinx's resolver asks for ``refdoc``.

    They can be applied to a part of a doctree, and what they say can be held back.
    """
    assert ReferencesResolver.default_priority == 10
    assert says(ReferencesResolver._resolve_pending_xref, "ref_doc = node.setdefault('refdoc'")
    apply = BuildEnvironment.apply_post_transforms
    assert says(apply, "SphinxTransformer(doctree)", "set_environment(self)", "apply_transforms()")
    assert parameters(SphinxTransformer.set_environment) == ["self", "env"]
    assert parameters(SphinxComponentRegistry.get_post_transforms) == ["self"]
    assert parameters(suppress_logging) == []
    assert says(BuildEnvironment.get_doctree, "doctree.settings.env = self")


@looks_at("views/note_copies.py")
def test_numbers_of_figures_are_known_by_anchor() -> None:
    """Writers take them from ``toc_fignumbers``, by document, kind and the first anchor."""
    assert says(HTML5Translator.add_fignumber, "self.builder.fignumbers.get(key, {})")
    assert says(TocTreeCollector.assign_figure_numbers, "env.toc_fignumbers.setdefault(docname")
    assert says(LaTeXTranslator.visit_start_of_file, "sphinxstepscope")


@looks_at("views/note_copies.py")
def test_footnotes_of_latex_are_known_by_their_document() -> None:
    """A footnote and what refers to it have the same ``docname``, which need not be one."""
    visitor = LaTeXFootnoteVisitor
    assert says(visitor.get_footnote_by_reference, "docname = node['docname']")


@looks_at("static/tripreport-search.js")
def test_the_search_page_has_these_functions() -> None:
    """The best result is last; results are lists; what has no description is shown with words."""
    theme = Path(config.__file__).parent / "themes" / "basic" / "static"
    script = " ".join((theme / "searchtools.js").read_text(encoding="utf-8").split())
    for part in (
        "const Search = {", "_performSearch: (", "makeSearchSummary: (htmlText, keywords, anchor)",
        "[docname, title, anchor, descr, score, filename",
        'if (anchor === "") anchor = fullname', "const descr = objName + _(",
        "`${titles[file]} > ${title}`", "return results.reverse();", "results.pop()",
    ):  # fmt: skip
        assert part in script, part


@looks_at("freshness/private_files.py")
def test_words_of_the_search_are_kept_without_documents() -> None:
    """Sphinx leaves words that no document has any more in its index."""
    indexer = IndexBuilder.__new__(IndexBuilder)
    indexer._titles, indexer._all_titles, indexer._filenames = {}, {}, {}
    indexer._mapping, indexer._title_mapping = {"bee": {"a"}}, {"ant": {"a"}}
    indexer.prune(["b"])
    assert (indexer._mapping, indexer._title_mapping) == ({"bee": set()}, {"ant": set()})
    finish = StandaloneHTMLBuilder.finish
    assert says(finish, "self.gen_pages_from_extensions", "self.handle_finish")
