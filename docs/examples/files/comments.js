// Comments below reports, by giscus: a button loads them, and nothing is asked for before.
// https://giscus.app tells what belongs here for a repository.
const GISCUS = {
  repo: "ann/notes",
  repoId: "R_kgDO...",
  category: "Announcements",
  categoryId: "DIC_kwDO...",
  mapping: "pathname",
  theme: "preferred_color_scheme",
};

document.addEventListener("DOMContentLoaded", () => {
  const byline = document.querySelector(".trip-report");
  if (!byline) return; // no report
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Show comments (loaded from GitHub)";
  button.addEventListener("click", () => {
    const script = document.createElement("script");
    Object.assign(script.dataset, GISCUS);
    script.src = "https://giscus.app/client.js";
    script.crossOrigin = "anonymous";
    button.replaceWith(script);
  });
  byline.closest("section").append(button);
});
