"""The consultation as a static page that runs in a browser: a third face of the core in `expert.asking`.

`face` and `fragments` run in the browser, in a worker, and turn what the core gives into pieces of HTML. `site` writes
the folder, `archive` gathers the Python files for it, and `runtime` the Python that runs them. The files in ``static``
only carry: they show what the face gives and hand over what was tapped or typed. No wording, no order of questions and
no reasoning is in them.
"""
