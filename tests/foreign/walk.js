// Gives all that a page is made of, in the order of the document: each element with its attributes, each piece of text.
// Passages of an article, which depend on its words, are given apart. Without an address it is the page that is open; else
// one that is fetched and parsed, and neither drawn nor run.
async (address) => {
  const document = address ? new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html") : window.document
  const made = [], passages = [], rests = new Set()
  const apart = document.querySelector("#passages")?.closest("article")?.querySelector(".passage") ? ".passage, .rests, table" : null
  const folded = (text) => text.replace(/\s+/g, " ").trim()
  const repeats = (element, title) => // the theme gives a line that it cuts off its own words as a title
    (element.matches(".md-ellipsis") || element.querySelector(":scope > .md-ellipsis")) && folded(title) === folded(element.textContent)
  const attributes = (element) => Object.fromEntries(
    [...element.attributes]
      .filter(({ name }) => name !== "style" || !element.closest(".md-sidebar")) // the theme sets it when it has time
      .filter(({ name, value }) => name !== "title" || !repeats(element, value))
      .map(({ name, value }) => [name, value.replace(/ md-nav__link--(passed|active)/g, "")])) // as this
  const leaves = (value) => (value && typeof value === "object" ? Object.values(value).flatMap(leaves) : [String(value)])
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.data.trim()) made.push(["text", node.data])
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      if (apart && node.matches(apart)) {
        if (node.matches(".passage")) passages.push(passage(node))
        if (node.matches(".rests")) for (const child of node.querySelectorAll("*")) rests.add(`${child.localName} ${child.getAttributeNames()}`)
        return
      }
      made.push([node.localName, attributes(node)])
      if (node.matches("script[type='application/ld+json']")) {
        for (const leaf of leaves(JSON.parse(node.text))) made.push(["text", leaf])
      } else if (!node.matches("details.about code, .md-search, .md-source")) {
        for (const child of node.childNodes) visit(child)
      }
      made.push(["end", node.localName])
    } else made.push(["other", String(node.nodeType)])
  }
  const passage = (node) => {
    const inside = [...node.querySelectorAll("*")].map((element) => [element.localName, attributes(element)])
    return { id: node.id, inside, text: node.innerText }
  }
  visit(document.documentElement)
  return { made, passages, rests: [...rests], seen: document.querySelector("article.md-content__inner").innerText }
}
