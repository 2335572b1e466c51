package dev.rollcall.testkit.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.testkit.api.ApiResponse;
import dev.rollcall.testkit.api.ApiUnderTest;
import dev.rollcall.testkit.api.Pages;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What numbers must show over HTTP. */
interface NumberApiContract extends ApiUnderTest {

    @Test
    default void aNumberShouldBeMadeOnceAndThenBeThere() {
        String number = random(10);

        assertThat(post("/numbers", "{\"number\": " + number + "}").expect(201).text())
                .isEqualTo("{\"number\":" + number + "}");
        assertThat(post("/numbers", "{\"number\": " + number + "}").expect(200).text())
                .isEqualTo("{\"number\":" + number + "}");
    }

    @Test
    default void aNumberInTheQueryShouldDo() {
        String number = "-" + random(12);

        assertThat(call("POST", "/numbers?Number=" + number).expect(201).text())
                .isEqualTo("{\"number\":" + number + "}");
        post("/numbers", "{\"number\": " + number + ".0}").expect(200);
    }

    @Test
    default void aNumberShouldHaveOneFormOnly() {
        String digits = random(9);

        assertThat(post("/numbers", "{\"number\": " + digits + ".50}")
                        .expect(201)
                        .text())
                .isEqualTo("{\"number\":" + digits + ".5}");
        post("/numbers", "{\"number\": " + digits + "5e-1}").expect(200);
        assertThat(post("/numbers", "{\"number\": " + digits + "E+3}")
                        .expect(201)
                        .text())
                .isEqualTo("{\"number\":" + digits + "000}");
        assertThat(post("/numbers", "{\"number\": -0.0}").send().text()).isEqualTo("{\"number\":0}");
    }

    @Test
    default void thirtyEightDigitsShouldComeBackDigitForDigit() {
        String widest = random(28) + "." + random(10);
        String negative = "-" + widest;

        assertThat(post("/numbers", "{\"number\": " + widest + "}").expect(201).text())
                .isEqualTo("{\"number\":" + widest + "}");
        assertThat(call("POST", "/numbers?Number=" + negative).expect(201).text())
                .isEqualTo("{\"number\":" + negative + "}");
        Set<String> texts = new HashSet<>();
        Pages.all(this, "/numbers", 100)
                .forEach(item -> texts.add(item.path("number").decimalValue().toPlainString()));
        assertThat(texts).contains(widest, negative);
    }

    @Test
    default void numbersThatDoublesCannotTellApartShouldDiffer() {
        String digits = random(26);

        post("/numbers", "{\"number\": " + digits + "1}").expect(201);
        post("/numbers", "{\"number\": " + digits + "2}").expect(201);
        post("/numbers", "{\"number\": 0." + digits.substring(0, 9) + "1}").expect(201);
        post("/numbers", "{\"number\": 0." + digits.substring(0, 9) + "2}").expect(201);
    }

    @Test
    default void whatIsNoNumberOrTooLargeShouldBeRefused() {
        for (String number : List.of(
                "1" + "0".repeat(28),
                "1e28",
                "0.00000000001",
                "1e-11",
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "1" + "0".repeat(900),
                "\"42\"",
                "null",
                "true",
                "[]",
                "{}")) {
            ApiResponse refused =
                    post("/numbers", "{\"number\": " + number + "}").expectProblem(400, "invalid-input");
            assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                    .containsExactly("#/number");
        }
        for (String malformed :
                List.of("1".repeat(5000), "NaN", "Infinity", "01", ".5", "5.", "+1", "0x10", "1_000", "-", "1e")) {
            post("/numbers", "{\"number\": " + malformed + "}").expectProblem(400, "invalid-input");
        }
        for (String number :
                List.of("", "x", "1e28", "NaN", "0x10", "1%202", "%EF%BC%91", "%D9%A1", "1d", "1&Number=2")) {
            call("POST", "/numbers?Number=" + number).expectProblem(400, "invalid-input");
        }
        post("/numbers", "{}").expectProblem(400, "invalid-input");
        call("POST", "/numbers").expectProblem(400, "invalid-input");
        call("POST", "/numbers?number=42").expectProblem(400, "invalid-input");
    }

    @Test
    default void bodyAndQueryShouldAgree() {
        String number = random(15);

        post("/numbers?Number=" + number, "{\"number\": " + number + "1}").expectProblem(400, "invalid-input");
        post("/numbers?Number=" + number, "{\"number\": " + number + ".0}").expect(201);
    }

    @Test
    default void listOfNumbersShouldGiveEveryNumberExactlyOnce() {
        Set<BigDecimal> mine = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            String number = (i % 2 == 0 ? "" : "-") + random(20);
            mine.add(new BigDecimal(number));
            post("/numbers", "{\"number\": " + number + "}").expect(201);
        }

        List<BigDecimal> listed = Pages.all(this, "/numbers", 3).stream()
                .map(item -> item.path("number").decimalValue())
                .toList();

        assertThat(listed).doesNotHaveDuplicates().containsAll(mine);
        String cursor =
                get("/numbers?limit=1").expect(200).json().path("next_cursor").textValue();
        Pages.assertTamperedCursorsAreRefused(this, "/numbers?limit=1", cursor);
    }

    private static String random(int digits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            // Neither the first digit nor the last is zero, so that the text is the number's one form.
            text.append(ThreadLocalRandom.current().nextInt(i == 0 || i == digits - 1 ? 1 : 0, 10));
        }
        return text.toString();
    }
}
