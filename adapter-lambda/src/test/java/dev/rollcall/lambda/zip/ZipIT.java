package dev.rollcall.lambda.zip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the zips, and what is not. */
class ZipIT {

    private static final long LARGEST = 15_000_000;

    /** Servers, clients and loggers that no function needs. */
    private static final List<String> NEVER = List.of(
            "org/eclipse/jetty",
            "jakarta/servlet",
            "javax/servlet",
            "io/javalin",
            "kotlin",
            "io/netty",
            "org/apache/http",
            "org/apache/hc",
            "software/amazon/awssdk/http/nio",
            "software/amazon/awssdk/http/apache",
            "org/slf4j/simple",
            "picocli",
            "org/sqlite/native",
            "com/amazonaws/services/lambda/runtime/events",
            "com/amazonaws/services/lambda/runtime/api",
            "org/junit",
            "dev/rollcall/http",
            "dev/rollcall/testkit",
            "com/amazonaws/services/dynamodbv2");

    @ParameterizedTest
    @ValueSource(strings = {"rollcall-lambda-dynamodb.zip", "rollcall-lambda-mysql.zip"})
    void zipShouldBeSmall(String zip) throws IOException {
        assertThat(Files.size(FunctionProcess.zip(zip)))
                .as(zip + "\n" + table(zip))
                .isLessThan(LARGEST);
    }

    @ParameterizedTest
    @CsvSource({
        "rollcall-lambda-dynamodb.zip, lib/rollcall.jar",
        "rollcall-lambda-mysql.zip, lib/rollcall.jar rds-ca.p12",
        "rollcall-lambda-migration.zip, lib/rollcall.jar rds-ca.p12",
    })
    void zipShouldHoldNothingThatAFunctionDoesNotNeed(String zip, String files) throws IOException {
        try (ZipFile outer = new ZipFile(FunctionProcess.zip(zip).toFile())) {
            assertThat(outer.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
                    .containsExactlyInAnyOrder(files.split(" "));
        }
        assertThat(names(zip)).noneMatch(name -> NEVER.stream().anyMatch(never -> name.startsWith(never + "/")));
    }

    @ParameterizedTest
    @CsvSource({
        "rollcall-lambda-dynamodb.zip, software/amazon/awssdk/services/dynamodb/, com/mysql/",
        "rollcall-lambda-dynamodb.zip, dev/rollcall/persistence/dynamodb/, org/jooq/",
        "rollcall-lambda-dynamodb.zip, dev/rollcall/lambda/, liquibase/",
        "rollcall-lambda-dynamodb.zip, dev/rollcall/persistence/dynamodb/schema/, dev/rollcall/db/",
        "rollcall-lambda-mysql.zip, com/mysql/cj/jdbc/, software/amazon/awssdk/services/dynamodb/",
        "rollcall-lambda-mysql.zip, dev/rollcall/mail/, software/amazon/awssdk/services/secretsmanager/",
        "rollcall-lambda-mysql.zip, software/amazon/jdbc/, dev/rollcall/persistence/dynamodb/",
        "rollcall-lambda-mysql.zip, com/zaxxer/hikari/, liquibase/",
        "rollcall-lambda-migration.zip, liquibase/, dev/rollcall/persistence/dynamodb/",
        "rollcall-lambda-migration.zip, software/amazon/awssdk/services/secretsmanager/, software/amazon/awssdk/services/dynamodb/",
        "rollcall-lambda-dynamodb.zip, dev/rollcall/persistence/dynamodb/, software/amazon/awssdk/services/secretsmanager/",
    })
    void eachZipShouldHoldOneStore(String zip, String there, String notThere) throws IOException {
        assertThat(names(zip)).anyMatch(name -> name.startsWith(there)).noneMatch(name -> name.startsWith(notThere));
    }

    /** As MySQL's driver reads it. */
    @ParameterizedTest
    @ValueSource(strings = {"rollcall-lambda-mysql.zip", "rollcall-lambda-migration.zip"})
    void zipShouldHoldTheAuthoritiesOfRds(String zip) throws Exception {
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        try (ZipFile outer = new ZipFile(FunctionProcess.zip(zip).toFile());
                InputStream store = outer.getInputStream(outer.getEntry("rds-ca.p12"))) {
            authorities.load(store, new char[0]);
        }
        List<String> names = new ArrayList<>();
        for (String alias : Collections.list(authorities.aliases())) {
            X509Certificate authority = (X509Certificate) authorities.getCertificate(alias);
            assertThat(authority.getBasicConstraints()).isNotNegative();
            names.add(authority.getSubjectX500Principal().getName());
        }
        assertThat(names)
                .anyMatch(name -> name.contains("CN=Amazon RDS eu-west-1 Root CA RSA2048 G1"))
                .anyMatch(name -> name.contains("CN=Amazon RDS us-east-1 Root CA ECC384 G1"))
                .anyMatch(name -> name.contains("CN=Amazon Root CA 1"))
                .noneMatch(name -> name.contains("Beta") || name.contains("Preview"));
    }

    /** Without these mail has no protocols and no kinds of content; with those of the calendars all zones would be others. */
    @ParameterizedTest
    @ValueSource(
            strings = {"rollcall-lambda-dynamodb.zip", "rollcall-lambda-mysql.zip", "rollcall-lambda-migration.zip"})
    void eachZipShouldSendMailAndKeepJavasTimeZones(String zip) throws IOException {
        assertThat(names(zip))
                .contains(
                        "META-INF/services/dev.rollcall.rsvp.notification.MailSenderProvider",
                        "META-INF/services/jakarta.mail.Provider",
                        "META-INF/services/jakarta.mail.util.StreamProvider",
                        "META-INF/services/jakarta.activation.spi.MailcapRegistryProvider",
                        "META-INF/mailcap",
                        "META-INF/javamail.default.address.map")
                .doesNotContain("META-INF/services/java.time.zone.ZoneRulesProvider")
                .noneMatch(name -> name.startsWith("zoneinfo") || name.startsWith("META-INF/groovy/"));
    }

    @Test
    void whatFillsTheZipsShouldBeTold() throws IOException {
        for (String zip : List.of("rollcall-lambda-dynamodb.zip", "rollcall-lambda-mysql.zip")) {
            System.getLogger(ZipIT.class.getName())
                    .log(
                            System.Logger.Level.INFO,
                            zip + " " + Files.size(FunctionProcess.zip(zip)) + "\n" + table(zip));
        }
    }

    /** The kilobytes of each part, unpacked. */
    private static String table(String zip) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (ZipFile jar = new ZipFile(jar(zip).toFile())) {
            jar.stream().forEach(entry -> sizes.merge(part(entry.getName()), entry.getSize(), Long::sum));
        }
        return sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(14)
                .map(part -> "%,9d kB  %s".formatted(part.getValue() / 1000, part.getKey()))
                .collect(Collectors.joining("\n"));
    }

    private static String part(String name) {
        String[] segments = name.split("/", -1);
        int depth = name.startsWith("software/amazon/awssdk/") ? 4 : name.startsWith("com/") ? 3 : 2;
        return List.of(segments).subList(0, Math.min(depth, segments.length - 1)).stream()
                .collect(Collectors.joining("/"));
    }

    private static List<String> names(String zip) throws IOException {
        try (ZipFile jar = new ZipFile(jar(zip).toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    private static Path jar(String zip) throws IOException {
        return FunctionProcess.unpack(zip).resolve("lib/rollcall.jar");
    }
}
