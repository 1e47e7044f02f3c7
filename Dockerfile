# Two images: the server with its commands (the last, and so the default), and an Oxigraph server to stand beside it.
FROM python:3.11-slim AS build
WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY src ./src
COPY ontology ./ontology
COPY mappings ./mappings
COPY queries ./queries
COPY examples ./examples
RUN python -m venv /opt/cablegraph \
 && /opt/cablegraph/bin/pip install --no-cache-dir -c constraints.txt '.[check,fast]'

FROM python:3.11-slim AS oxigraph
RUN pip install --no-cache-dir oxigraph==0.5.13 \
 && useradd --uid 10001 oxigraph && mkdir /store && chown oxigraph /store
USER oxigraph
VOLUME /store
EXPOSE 7878
ENTRYPOINT ["oxigraph"]
CMD ["serve-read-only", "--location", "/store", "--bind", "0.0.0.0:7878"]

FROM python:3.11-slim AS cablegraph
RUN useradd --uid 10001 --create-home cablegraph && mkdir /data /export /papers && chown cablegraph /data /export /papers
COPY --from=build /opt/cablegraph /opt/cablegraph
ENV PATH=/opt/cablegraph/bin:$PATH PYTHONDONTWRITEBYTECODE=1 CABLEGRAPH_DATA=/data CABLEGRAPH_HOST=0.0.0.0 \
    XDG_CACHE_HOME=/data/cache
USER cablegraph
WORKDIR /papers
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
# Builds the sample when the volume is empty; then, or of what was built before, serves.
CMD ["sh", "-c", "test -f /data/current || cablegraph demo --no-serve && exec cablegraph serve"]
