() => {
  const channel = (value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([red, green, blue]) => 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
  const parsed = (colour) => colour.match(/[\d.]+/g).map(Number);
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = parsed(getComputedStyle(one).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const name = (element) => `${element.tagName}.${element.className}#${element.id}`;
  const texts = [];
  const taps = [];
  for (const element of document.querySelectorAll("body *")) {
    if (!element.checkVisibility() || element.closest(".heard, .away, .skip, dialog, script, svg")) continue;
    const style = getComputedStyle(element);
    if ([...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())) {
      const [one, other] = [light(parsed(style.color)), light(behind(element))];
      const size = parseFloat(style.fontSize);
      const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      texts.push({ name: name(element), contrast, size, line: parseFloat(style.lineHeight) / size });
    }
    if (["BUTTON", "TEXTAREA", "LABEL"].includes(element.tagName) || (element.tagName === "A" && !element.closest(".words"))) {
      const { width, height } = element.getBoundingClientRect();
      taps.push({ name: name(element), width: Math.round(width), height: Math.round(height) });
    }
  }
  return { texts, taps };
}
