"""The briefing generator: news articles and the desk's facts in, a briefing site out.

The way through, floor by floor; a module imports only from floors below its own:

0  diagnostics, text, edtf, run          problems, spans and folding, dates, what a run is about
1  markdown, records, outputs, cache,    escaping, YAML with places, files as values, results kept,
   citing                                how readers cite the site
2  schema, history, stamp                what content files may say; git's past; whether the site is current
3  model, paths                          frozen values, permalinks
4  reading, analysis                     seeds to articles, articles to passages
5  loading, corpus                       YAML to claims and profiles, seeds to the corpus
6  assembly, withholding, exports        claims and corpus to the briefing; what is kept back under --keep-going; files
                                         for programs made from the briefing
7  checks, pages, verification           rules and pages made from the briefing; the finished pages looked at
8  rendering                             pages and templates to Markdown
9  build, readout, finishing             the whole way to build/docs; what `read` prints; copies, the digest
10 proposal                              draft facts of an article
11 site, starter, intake                 MkDocs and the swap; a new site; articles into seeds/
12 preview                               live preview
13 cli                                   commands, options, exit codes
"""
