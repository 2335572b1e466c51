package dev.rollcall.rest.page;

import dev.rollcall.rest.http.Headers;
import dev.rollcall.rest.http.Request;
import dev.rollcall.rest.http.Response;
import dev.rollcall.rest.input.Pointers;
import dev.rollcall.rest.problem.Problem;
import dev.rollcall.rest.problem.ProblemType;
import java.util.List;

/** A problem, shown to a person who asked for a page. */
public final class ProblemPage {

    private ProblemPage() {}

    /**
     * The response for a problem: status and header fields are those that a program gets.
     *
     * @param problem the problem
     * @param requestId the id of the request
     * @param request the request
     * @return the response
     */
    public static Response response(Problem problem, String requestId, Request request) {
        ProblemType type = problem.type();
        List<String> errors = problem.errors().stream()
                .map(error -> Pointers.of(error.place()) + ": " + error.detail())
                .toList();
        Content content = new Content()
                .with("title", type.title() + " · Rollcall")
                .with("heading", type.title())
                .with("lead", problem.detail())
                .with("paragraphs", List.of(type.cure()))
                .with("faulty", !errors.isEmpty())
                .with("errors", errors)
                .with("status", type.status())
                .with("requestId", requestId);
        Response response = Pages.response(type.status(), "notice", content, request);
        for (Headers.Field field : problem.headers().fields()) {
            response = response.with(field.name(), field.value());
        }
        return response;
    }
}
