"""The briefing generator: news articles and the desk's facts in, a briefing site out.

The way through, floor by floor; a module imports only from floors below its own:

0  diagnostics, text, edtf               problems, spans and folding, dates
1  markdown, records, outputs            escaping, YAML with places, files as values
2  schema                                what content files may say
3  model, paths                          frozen values, permalinks
4  reading, analysis, loading            seeds to articles, articles to passages, YAML to claims
5  assembly                              claims and corpus to the briefing
6  checks, pages, exports, verification  rules, pages and files made from the briefing
7  rendering                             pages and templates to Markdown
8  build                                 the whole way to build/docs
9  site, preview, starter                MkDocs and the swap, live preview, a new site
10 cli                                   commands, options, exit codes
"""
