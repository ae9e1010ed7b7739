package energy.registry.ingest.adapter.file.xml;

import energy.registry.ingest.upload.RefusedFileException;
import energy.registry.ingest.upload.UploadFinding.Place;
import energy.registry.ingest.upload.UploadRule;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks through XML once, without building a tree: memory is bounded by the depth and by the longest text, whatever the
 * file holds.
 */
public final class BoundedXml {
    /** Atom feed, entry, content, block, reading, period, value, and room. */
    private static final int DEPTH_MAX = 24;

    /** Elements in a file: a year of five-minute readings has 8 × 105,120. */
    private static final int ELEMENTS_MAX = 1_000_000;

    /** A signed meter record has some kilobytes. */
    private static final int TEXT_CHARS_MAX = 64 << 10;

    private static final int ATTRIBUTES_MAX = 32;

    /** Told of each element when it begins and, with its own text, when it ends. */
    public interface Listener {
        default void begins(Deque<String> path, Attributes attributes, int line) throws RefusedFileException {}

        /** @param text of the element itself, trimmed of nothing; empty for elements with children only */
        void ends(Deque<String> path, String text, int line) throws RefusedFileException;
    }

    /** Attributes by local name. */
    public interface Attributes {
        String value(String name);
    }

    private final XMLStreamReader in;
    private final Listener listener;
    private final Deque<String> path = new ArrayDeque<>();
    /** Own text of the element at each depth; used again and again. */
    private final StringBuilder[] texts = new StringBuilder[DEPTH_MAX + 1];

    private int elements;

    private BoundedXml(XMLStreamReader in, Listener listener) {
        this.in = in;
        this.listener = listener;
    }

    /** Reads all of it, or refuses at the first thing that is not allowed. */
    public static void read(byte[] bytes, Listener listener) throws RefusedFileException {
        try {
            XMLStreamReader in = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            try {
                new BoundedXml(in, listener).run();
            } finally {
                in.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            throw new RefusedFileException(
                    UploadRule.FILE_MALFORMED, Place.at(line, "xml"), "", "The XML breaks off or breaks its form here");
        }
    }

    /** The platform's own reader, whatever else lies on the class path. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLReporter((message, type, detail, at) -> {
            // what is wrong is told to the sender; a log that strangers can fill helps nobody
        });
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("no external entities");
        });
        return factory;
    }

    private void run() throws XMLStreamException, RefusedFileException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.DTD,
                        XMLStreamConstants.ENTITY_REFERENCE,
                        XMLStreamConstants.ENTITY_DECLARATION ->
                    throw refused(UploadRule.DOCUMENT_TYPE, "xml", "This file has one");
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
    }

    private void begin() throws RefusedFileException {
        if (path.size() >= DEPTH_MAX) {
            throw refused(UploadRule.FILE_LIMIT, in.getLocalName(), "At most " + DEPTH_MAX + " elements deep");
        }
        if (++elements > ELEMENTS_MAX) {
            throw refused(UploadRule.FILE_LIMIT, in.getLocalName(), "At most " + ELEMENTS_MAX + " elements");
        }
        if (in.getAttributeCount() > ATTRIBUTES_MAX) {
            throw refused(UploadRule.FILE_LIMIT, in.getLocalName(), "At most " + ATTRIBUTES_MAX + " attributes");
        }
        path.push(in.getLocalName());
        if (texts[path.size()] == null) {
            texts[path.size()] = new StringBuilder();
        }
        texts[path.size()].setLength(0);
        listener.begins(path, name -> in.getAttributeValue(null, name), line());
    }

    private void text() throws RefusedFileException {
        if (path.isEmpty()) {
            return;
        }
        StringBuilder text = texts[path.size()];
        if (text.length() + in.getTextLength() > TEXT_CHARS_MAX) {
            throw refused(UploadRule.FILE_LIMIT, path.peek(), "At most " + TEXT_CHARS_MAX + " characters of text");
        }
        text.append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
    }

    private void end() throws RefusedFileException {
        StringBuilder text = texts[path.size()];
        listener.ends(path, text.length() == 0 ? "" : text.toString(), line());
        path.pop();
    }

    private int line() {
        return Math.max(1, in.getLocation().getLineNumber());
    }

    private RefusedFileException refused(UploadRule rule, String field, String seen) {
        return new RefusedFileException(rule, Place.at(line(), field), "", seen);
    }
}
