"""The briefing generator: news articles and the desk's facts in, a briefing site out.

The way through, floor by floor; a module imports only from floors below its own:

0  diagnostics, text, edtf, run          problems, spans and folding, dates, what a run is about
1  markdown, records, outputs, cache,    escaping, YAML with places, files as values, results kept,
   citing, sharing                       how readers cite the site, work shared by processes
2  schema, history, stamp, archive,      what content files may say; git's past; whether the site is current; files
   workplace, written                    packed into one; one run at a time; pages that the desk writes
3  model, paths                          frozen values, permalinks
4  reading, analysis                     seeds to articles, articles to passages
5  loading, corpus, program              YAML to claims and profiles, seeds to the corpus; which program this is
6  assembly, withholding, charts,        claims and corpus to the briefing; what is kept back under --keep-going;
   exports, cluster                      charts; files for programs; other machines that read
7  checks, pages, verification           rules and pages made from the briefing; the finished pages looked at
8  rendering, desk, changes              pages and templates to Markdown; what awaits the desk; versions of the site
9  build, readout, engine, finishing     the whole way to build/docs; what `read` prints; MkDocs with kept pages;
                                         search, copies, frozen editions and the digest of the finished site
10 proposal, comparison                  draft facts of an article; what readers will see differently
11 site, starter, intake                 MkDocs and the swap; a new site; articles into seeds/
12 preview, freezing                     live preview; the site frozen as an edition
13 cli                                   commands, options, exit codes
"""
