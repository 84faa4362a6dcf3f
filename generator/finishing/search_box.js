// Pagefind behind Material's search box. Material asks a worker for what it shows; this stands in for that worker, so
// that the box, its keys and its list stay Material's own. Everything is fetched from this site, at the first query.
{
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3 // Material's messages
  const FIRST = 12, MORE = 24 // records; each is a file to fetch
  const PAUSE = 150 // milliseconds without a key, after which a query is meant
  const SECTIONS = 3 // shown of a page before "more on this page"
  const RANKING = { pageLength: 0.1, termFrequency: 0.5, termSimilarity: 3 } // a name before words like it
  // In nearly every record: they tell nothing apart and are the largest part of the index. As capitals they may be names.
  const COMMON = new Set("a an and are as at be by for from has in is it its of on or that the to was were will with".split(" "))

  const site = new URL("../", document.currentScript.src)
  const escaped = text => text.replace(/[&<>]/g, sign => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign])
  const bare = word => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties)
    element.append(...children)
    return element
  }

  const marked = (title, excerpts) => {
    const words = new Set([...excerpts.matchAll(/<mark>(.*?)<\/mark>/g)].map(found => bare(found[1])))
    const pieces = title.split(/(\s+)/)
    return pieces.map(word => (words.has(bare(word)) ? `<mark>${escaped(word)}</mark>` : escaped(word))).join("")
  }

  class SearchBox extends EventTarget {
    filters = {}
    query = ""
    turn = 0

    postMessage({ type, data }) {
      if (type === SETUP) {
        this.titles = data.config.titles
        this.show(data.config.filters)
        this.answer(READY)
      } else if (type === QUERY) {
        this.query = data.trim()
        this.ask(FIRST)
      }
    }

    answer(type, data) {
      this.dispatchEvent(new MessageEvent("message", { data: { type, data } }))
    }

    // Shows so many records and offers more; a later question overtakes this one.
    async ask(most, pause = PAUSE) {
      const turn = ++this.turn
      if (this.query) await new Promise(resolve => setTimeout(resolve, pause))
      if (turn !== this.turn) return
      let found = [], items = [], trouble = ""
      try {
        if (this.query) found = await this.found()
        items = this.grouped(await Promise.all(found.slice(0, most).map(this.read)))
      } catch (error) {
        console.error(error)
        trouble = "The search could not be loaded"
      }
      if (turn !== this.turn) return
      this.answer(RESULT, { items })
      const rest = found.length - most
      this.more.hidden = rest <= 0
      this.more.onclick = () => this.ask(most + MORE, 0)
      if (rest > 0) trouble = `The best ${most} of ${found.length} matches`
      if (trouble) document.querySelector(".md-search-result__meta").textContent = trouble
    }

    // Gives the best first. Pagefind does not rank what holds a phrase in quotation marks: its words do.
    async found() {
      this.pagefind ??= import(`${site}pagefind/pagefind.js`).then(async module => {
        await module.options({ noWorker: true, ranking: RANKING })
        return module
      })
      const { search } = await this.pagefind
      const options = { filters: this.filters }
      const quoted = /^".+"$/.test(this.query)
      const words = this.query.replaceAll('"', " ").split(/\s+/).filter(word => word && (quoted || !COMMON.has(word)))
      const { results } = words.length ? await search(words.join(" "), options) : { results: [] }
      if (!quoted) return results
      const scores = new Map(results.map(({ id, score }) => [id, score]))
      const exact = await search(this.query, options)
      for (const result of exact.results) result.score = scores.get(result.id) ?? 0
      return exact.results.sort((one, other) => other.score - one.score)
    }

    read = async result => ({ ...(await result.data()), score: result.score })

    // Gives results as Material shows them: by page, where the record that matches best decides about the page's place.
    grouped(records) {
      const pages = new Map()
      const terms = Object.fromEntries(this.query.split(/[\s"]+/).filter(Boolean).map(word => [word, true]))
      for (const record of records) {
        const location = record.raw_url.replace(/^\//, "").replace(/[^/]*$/, "")
        const title = this.titles[location] ?? escaped(record.meta.title)
        if (!pages.has(location)) pages.set(location, { page: { location, title, text: "", score: 0, terms }, sections: [] })
        const { page, sections } = pages.get(location)
        for (const part of record.sub_results) {
          if (part.anchor) {
            const weight = part.weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0)
            sections.push({ ...this.section(location, part), score: record.score / 2, weight, terms })
          } else {
            const plain = new DOMParser().parseFromString(title, "text/html").body.textContent
            Object.assign(page, { title: marked(plain, part.excerpt), text: part.excerpt, score: record.score })
          }
        }
      }
      return [...pages.values()].map(({ page, sections }) => {
        const [best, ...others] = sections.sort((one, other) => other.score - one.score || other.weight - one.weight)
        for (const other of others.slice(SECTIONS - 1)) other.score = 0
        return best ? [best, page, ...others] : [page]
      })
    }

    section(location, part) {
      const begins = part.plain_excerpt.split(" ").slice(0, 4).join(" ")
      return {
        location: `${location}#${part.anchor.id}`,
        title: marked(part.title, part.excerpt),
        text: part.title.includes(begins) ? "" : part.excerpt,
      }
    }

    show(filters) {
      const choices = Object.entries(filters).filter(([, values]) => values.length)
      const selects = choices.map(([name, values]) => {
        const select = make("select", {}, ...["", ...values].map(value => make("option", { value }, value || "any")))
        select.onchange = () => {
          const { [name]: _, ...others } = this.filters
          this.filters = select.value ? { ...others, [name]: select.value } : others
          this.ask(FIRST, 0)
        }
        return make("label", {}, name[0].toUpperCase() + name.slice(1), select)
      })
      const row = make("div", { className: "search-filters", role: "group", ariaLabel: "Narrow the search" }, ...selects)
      this.more = make("button", { className: "search-more", type: "button", hidden: true }, "Show more matches")
      const results = document.querySelector("[data-md-component=search-result]")
      results.before(row)
      results.after(this.more)
      this.listen([...row.querySelectorAll("select"), this.more], document.querySelector(".md-search__input"))
    }

    // Material takes each key while the search is open, and closes it at Tab: keys of these controls are kept from it.
    listen(controls, field) {
      const reachable = () => controls.filter(control => !control.hidden)
      const move = (event, to) => {
        event.stopPropagation()
        if (to) event.preventDefault()
        to?.focus()
      }
      field.addEventListener("keydown", event => {
        if (event.key === "Tab" && !event.shiftKey && reachable().length) move(event, reachable()[0])
      })
      for (const control of controls) {
        control.addEventListener("keydown", event => {
          if (event.key === "Escape") return
          const all = reachable(), place = all.indexOf(control)
          if (event.key !== "Tab") move(event)
          else if (event.shiftKey) move(event, all[place - 1] ?? field)
          else if (place < all.length - 1) move(event, all[place + 1])
        })
      }
    }
  }

  window.Worker = new Proxy(window.Worker, {
    construct: (theirs, given) => (/\/workers\/search\.[^/]*$/.test(given[0]) ? new SearchBox() : new theirs(...given)),
  })
}
