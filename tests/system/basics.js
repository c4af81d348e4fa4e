// What a page must have for those who do not see it or do not use a mouse; returns what is missing, in words.
() => {
  const wrong = [];
  const all = [...document.querySelectorAll("body *")];
  const seen = (one) => one.checkVisibility();
  const name = (one) => {
    const by = one.getAttribute("aria-labelledby");
    if (by) return document.getElementById(by)?.textContent.trim();
    const label = one.labels?.[0]?.textContent.trim();
    const images = [...one.querySelectorAll("img")].map((image) => image.alt).join("");
    const shown = one.cloneNode(true);
    shown.querySelectorAll('[aria-hidden="true"]').forEach((hidden) => hidden.remove());
    return one.getAttribute("aria-label") || label || shown.textContent.trim() || images;
  };
  if (!document.documentElement.lang) wrong.push("the page has no language");
  if (!document.title) wrong.push("the page has no title");
  for (const landmark of ["main", "header", "form[aria-label]"]) {
    if (document.querySelectorAll(landmark).length !== 1) wrong.push(`not one ${landmark}`);
  }
  if (document.querySelectorAll("h1").length !== 1) wrong.push("not one h1");
  for (const one of all.filter((each) => each.matches("button, a[href], textarea, input, audio, [role=group], [role=log], nav"))) {
    if (seen(one) && !one.matches("audio") && !name(one)) wrong.push(`no name: ${one.outerHTML.slice(0, 90)}`);
    if (one.tabIndex > 0) wrong.push(`an order of its own: ${one.outerHTML.slice(0, 90)}`);
    if (one.matches("button, a") && one.querySelector("button, a")) wrong.push(`one in another: ${one.outerHTML.slice(0, 90)}`);
  }
  for (const one of all.filter((each) => each.matches("img"))) {
    if (!one.hasAttribute("alt")) wrong.push(`a picture without words: ${one.outerHTML.slice(0, 90)}`);
  }
  for (const one of all.filter((each) => each.hasAttribute("aria-controls"))) {
    if (!document.getElementById(one.getAttribute("aria-controls"))) wrong.push(`controls nothing: ${one.id}`);
  }
  const ids = all.map((one) => one.id).filter(Boolean);
  if (new Set(ids).size !== ids.length) wrong.push("an id stands twice");
  const log = document.querySelector(".log:not([hidden])");
  if (log.getAttribute("role") !== "log" || log.getAttribute("aria-live") !== "polite") wrong.push("new messages are not read out");
  if (document.documentElement.scrollWidth > window.innerWidth) wrong.push("the page is wider than the window");
  const moving = all.filter((one) => getComputedStyle(one).transitionDuration !== "0s" || getComputedStyle(one).animationName !== "none");
  if (matchMedia("(prefers-reduced-motion: reduce)").matches && moving.length) wrong.push(`${moving.length} things move`);
  return wrong;
}
