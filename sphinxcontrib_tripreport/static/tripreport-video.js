// Videos within the page, each after a click on its button.
//
// Nothing is asked of another site before that. What there is to play comes with the script's tag,
// in the order of the links; the addresses of players are made when the page is built.

(() => {
  "use strict";

  const offers = JSON.parse(document.currentScript.dataset.videos);

  const show = (offer, button) => {
    const frame = document.createElement("iframe");
    frame.title = offer.title;
    frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    frame.allowFullscreen = true;
    // Some hosts play nothing where they do not learn which site shows them; the page is not theirs
    // to know.
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.src = offer.player;
    button.replaceWith(frame);
    frame.focus(); // The button had it; the next key goes to the player.
  };

  document.querySelectorAll("a.trip-playable").forEach((link, number) => {
    const offer = offers[number];
    if (!offer || link.getAttribute("href") !== offer.link) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "trip-play";
    const name = document.createElement("span");
    name.className = "trip-aside";
    name.textContent = `: ${offer.name}`;
    button.append(offer.button, name);
    if (offer.still) {
      const still = document.createElement("img");
      still.className = "trip-still";
      still.src = offer.still; // Of this site: nothing is asked of another one.
      still.alt = "";
      still.loading = "lazy";
      button.prepend(still);
      button.classList.add("trip-with-still");
    }
    button.addEventListener("click", () => show(offer, button), { once: true });
    const player = document.createElement("div");
    player.className = "trip-player";
    player.append(button);
    link.closest(".trip-byline").append(player);
  });
})();
