// The search page of Sphinx: each talk is found once, and shown with its first words.

(() => {
  "use strict";

  // A result, as Sphinx has it.
  const [DOCNAME, TITLE, ANCHOR, DESCRIPTION] = [0, 1, 2, 3];

  // Sphinx finds the heading of a talk and the talk; of the talk it shows what it is and its page. So
  // the talk becomes a result like that of a heading, which is shown with the words below it.
  const asHeading = (result, { docnames, titles }) => {
    const page = titles[docnames.indexOf(result[DOCNAME])];
    const isPage = result[ANCHOR] === `#${result[TITLE]}`; // As Sphinx writes it if there is no anchor.
    result[TITLE] = isPage ? page : `${page} > ${result[TITLE]}`;
    if (isPage) result[ANCHOR] = "";
    result[DESCRIPTION] = null;
  };

  // Of all that lead to one place the best, which is last.
  const eachOnce = (results, index) => {
    const names = Object.values(index.objnames).filter(([domain]) => domain === "trip");
    const isOurs = ({ [DESCRIPTION]: words }) => words && names.some(([, , name]) => words.startsWith(name));
    const found = new Map();
    return results.reverse().filter((result) => {
      const ours = isOurs(result);
      if (ours) asHeading(result, index);
      const place = result[DOCNAME] + result[ANCHOR];
      const better = found.get(place);
      if (!better || !(ours || better.ours)) {
        found.set(place, { result, ours });
        return true;
      }
      if (!ours) {
        better.result[TITLE] = result[TITLE];
        better.ours = false;
      }
      return false;
    }).reverse();
  };

  // What is shown begins with the first words of the page, or around the words that are sought.
  const withBylinesLast = (html) => {
    const page = new DOMParser().parseFromString(html, "text/html");
    for (const byline of page.querySelectorAll(".trip-byline")) byline.parentNode.append(byline);
    return page.documentElement.outerHTML;
  };

  const improve = () => {
    if (typeof Search === "undefined" || !Search._performSearch || !Search.makeSearchSummary) return;
    const { _performSearch, makeSearchSummary } = Search;
    Search._performSearch = (...asked) => eachOnce(_performSearch(...asked), Search._index);
    Search.makeSearchSummary = (html, ...others) => makeSearchSummary(withBylinesLast(html), ...others);
  };

  if (typeof Search === "undefined") addEventListener("DOMContentLoaded", improve);
  else improve();
})();
