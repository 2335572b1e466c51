package dev.rollcall.deploy;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML with CloudFormation's short forms, {@code !Ref x} as {@code {Ref: x}}. */
final class ShortForms extends SafeConstructor {

    private ShortForms(LoaderOptions options) {
        super(options);
        yamlMultiConstructors.put("!", new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
                return longForm(node.getTag().getValue().substring(1), content(node));
            }
        });
    }

    static Object parse(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        // CloudFormation knows no anchors.
        options.setMaxAliasesForCollections(0);
        return new Yaml(new ShortForms(options)).load(yaml);
    }

    private Object content(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode sequence -> constructSequence(sequence);
            case MappingNode mapping -> constructMapping(mapping);
            default -> throw new AssertionError("unexpected in YAML: " + node);
        };
    }

    private static Object longForm(String name, Object content) {
        return switch (name) {
            case "Ref", "Condition" -> Map.of(name, content);
            case "GetAtt" -> Map.of("Fn::GetAtt", attribute((String) content));
            default -> Map.of("Fn::" + name, content);
        };
    }

    private static List<String> attribute(String text) {
        int point = text.indexOf('.');
        return List.of(text.substring(0, point), text.substring(point + 1));
    }
}
