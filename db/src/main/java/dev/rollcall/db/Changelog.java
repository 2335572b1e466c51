package dev.rollcall.db;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The changelog on the class path. Its change sets are read by StAX: Liquibase would take seconds to say the same. */
final class Changelog {

    /** Where it is. */
    static final String PATH = "db/changelog/rollcall.xml";

    /** Who wrote its change sets, which tells them from those that others keep in the same database. */
    static final String AUTHOR = "rollcall";

    private static final String FOLDER = PATH.substring(0, PATH.lastIndexOf('/') + 1);

    private Changelog() {}

    /** The ids of its change sets, in the order in which they are applied. */
    static List<String> ids() {
        return Ids.ALL;
    }

    /** The class loader that has it. */
    static ClassLoader classLoader() {
        return Changelog.class.getClassLoader();
    }

    private static final class Ids {
        private static final List<String> ALL = List.copyOf(read(factory(), PATH, new ArrayList<>()));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory;
    }

    private static List<String> read(XMLInputFactory factory, String path, List<String> ids) {
        try (InputStream in = classLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The changelog " + path + " is not on the class path.");
            }
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    switch (reader.getLocalName()) {
                        case "changeSet" -> ids.add(attribute(reader, "id"));
                        case "include" -> read(factory, FOLDER + attribute(reader, "file"), ids);
                        default -> {
                            // What a change set does is Liquibase's to know.
                        }
                    }
                }
            }
            reader.close();
            return ids;
        } catch (IOException | XMLStreamException e) {
            throw new IllegalStateException("The changelog " + path + " can't be read.", e);
        }
    }

    private static String attribute(XMLStreamReader reader, String name) {
        @Nullable String value = reader.getAttributeValue(null, name);
        if (value == null) {
            throw new IllegalStateException(reader.getLocalName() + " has no " + name + ".");
        }
        return value;
    }
}
