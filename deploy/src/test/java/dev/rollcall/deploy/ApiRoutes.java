package dev.rollcall.deploy;

import dev.rollcall.Rollcall;
import dev.rollcall.memory.InMemoryStore;
import dev.rollcall.rest.ApiSettings;
import dev.rollcall.rest.Feature;
import dev.rollcall.rest.RollcallApi;
import dev.rollcall.rest.http.Operation;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The routes of API Gateway as a template makes them.
 *
 * @param all the routes, each with a path of its own
 */
record ApiRoutes(List<Route> all) {

    private static final String DEFAULT = "$default";

    /**
     * One route, of every method.
     *
     * @param path its path, whose last part may be {@code {proxy+}}
     * @param feature what the function behind it serves
     * @param authorizationType who may call, as API Gateway has it
     * @param authorizer what looks at tokens; null where nothing does
     * @param scopes which scopes a token needs; null where none is named
     */
    record Route(
            String path,
            String feature,
            String authorizationType,
            @Nullable Object authorizer,
            @Nullable Object scopes) {

        boolean isOpen() {
            return authorizationType.equals("NONE");
        }

        String authorization() {
            return authorizationType + " " + authorizer + " " + scopes;
        }

        private boolean takes(List<String> given) {
            List<String> own = segments(path);
            for (int i = 0; i < own.size(); i++) {
                if (i == given.size()) {
                    return false;
                }
                if (own.get(i).equals("{proxy+}")) {
                    return true;
                }
                if (!own.get(i).startsWith("{") && !own.get(i).equals(given.get(i))) {
                    return false;
                }
            }
            return own.size() == given.size();
        }
    }

    /** The routes of {@code api.yaml}. */
    static ApiRoutes of(Deployment deployment) {
        Map<String, Map<String, Object>> resources = deployment.resources();
        return new ApiRoutes(deployment.made("AWS::ApiGatewayV2::Route").stream()
                .map(id -> {
                    Map<String, Object> route = Objects.requireNonNull(resources.get(id));
                    String integration = ((String) route.get("Target")).substring("integrations/".length());
                    String alias = (String) resources.get(integration).get("IntegrationUri");
                    return new Route(
                            ((String) route.get("RouteKey")).replace("ANY ", ""),
                            features(resources.get(alias.replace(".Alias", ""))),
                            (String) route.get("AuthorizationType"),
                            route.get("AuthorizerId"),
                            route.get("AuthorizationScopes"));
                })
                .toList());
    }

    /** The most particular route that takes a path, as API Gateway chooses: the one with the most that is as it is in the path. */
    Route of(String path) {
        return all.stream()
                .filter(route -> route.takes(segments(path)))
                .max(Comparator.comparingInt(route -> segments(route.path()).size()))
                .orElseGet(() -> all.stream()
                        .filter(route -> route.path().equals(DEFAULT))
                        .findFirst()
                        .orElseThrow());
    }

    /** The paths of what a server of some features serves; of its own pages where there are none. */
    static List<String> served(Set<Feature> served) {
        try (Rollcall rollcall = Rollcall.over(new InMemoryStore(), InstantSource.system())) {
            Set<String> pages = templates(rollcall, Set.of());
            Set<String> all = templates(rollcall, served);
            return all.stream()
                    .filter(path -> served.isEmpty() || !pages.contains(path))
                    .toList();
        }
    }

    private static Set<String> templates(Rollcall rollcall, Set<Feature> served) {
        return new RollcallApi(rollcall, ApiSettings.ANY_HOST.serving(served))
                .routes().stream().map(Operation::template).collect(Collectors.toSet());
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private static String features(Map<String, Object> function) {
        Object variables = Template.map(function.get("Environment")).get("Variables");
        return (String) Template.map(variables).get("ROLLCALL_FEATURES");
    }
}
