"""What the file says about itself: title, author, dates, language, and the standards it keeps to."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from zhaoshang.print.document import Metadata

GENERATOR = "Zhaoshang"
_OWN = {"author", "description", "keywords", "generator", "dcterms.created", "dcterms.modified"}

_CLAIMS_UA = """
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def put_metadata(root: Element, metadata: Metadata) -> None:
    """Write the metadata into the head of the parsed document, in place of any it had."""
    root.set("lang", metadata.language)
    head = root.find("head")
    if head is None:
        head = Element("head")
        root.insert(0, head)
    for element in list(head):
        if element.tag == "title" or (element.tag == "meta" and element.get("name", "").lower() in _OWN):
            head.remove(element)
    SubElement(head, "title").text = metadata.title
    for name, content in (
        ("author", metadata.author),
        ("description", metadata.subject),
        ("keywords", ", ".join(metadata.keywords)),
        ("generator", GENERATOR),
        ("dcterms.created", metadata.created.isoformat()),
        ("dcterms.modified", metadata.modified.isoformat()),
    ):
        SubElement(head, "meta", {"name": name, "content": content})


def finish_archive(_document: object, pdf: Any) -> None:
    """Let an archive file (PDF/A) say that it keeps to PDF/UA-1 as well: two claims in one metadata stream.

    PDF/A allows foreign properties only with a description of their schema, hence the length of the claim. The
    renderer lists each associated file twice; once is what the standard means.
    """
    for stream in pdf.objects:
        if getattr(stream, "extra", {}).get("Type") == "/Metadata":
            text = b"".join(stream.stream).replace(b"</rdf:RDF>", _CLAIMS_UA.encode() + b"</rdf:RDF>", 1)
            stream.stream = [text]
    if "AF" in pdf.catalog:
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])
