import type { Page } from "@playwright/test";

/**
 * What a browser's translator does to a page: every text is replaced by a new one inside two elements, also each that
 * comes later.
 * @param from `start`: while the page is being read, before React has looked at it; `load`: once it is there
 */
export async function translate(page: Page, from: "start" | "load"): Promise<void> {
  await page.addInitScript(
    ([when]) => {
      const LEFT = "script, style, noscript, title, svg, font";
      function replace(text: Text) {
        if (!text.parentElement || text.parentElement.closest(LEFT)) return;
        const outer = document.createElement("font");
        outer.append(document.createElement("font"));
        outer.firstElementChild?.append(document.createTextNode(text.data));
        text.replaceWith(outer);
      }
      function replaceIn(node: Node) {
        const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
        const texts: Text[] = node instanceof Text ? [node] : [];
        while (walker.nextNode()) texts.push(walker.currentNode as Text);
        texts.forEach(replace);
      }
      function begin() {
        if (document.body) replaceIn(document.body);
        new MutationObserver((records) => {
          for (const { target, addedNodes } of records)
            for (const node of [target, ...addedNodes]) if (node !== document) replaceIn(node);
        }).observe(document, { childList: true, subtree: true, characterData: true });
      }
      if (when === "start") begin();
      else addEventListener("load", begin);
    },
    [from],
  );
}

/** The texts of this page that are not alone in their elements. */
export function mixedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const mixed: string[] = [];
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (!parentElement || parentElement.closest("script, style, noscript")) continue;
      if (parentElement.childNodes.length > 1) mixed.push(textContent ?? "");
    }
    return mixed;
  });
}
