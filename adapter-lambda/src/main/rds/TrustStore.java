import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a key store of the certificates in a PEM file, as MySQL's driver reads it. It holds no secret, and has no password. */
final class TrustStore {

    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----\n", Pattern.DOTALL);

    private TrustStore() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("keystore.pkcs12.certProtectionAlgorithm", "NONE");
        System.setProperty("keystore.pkcs12.macAlgorithm", "NONE");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        CertificateFactory certificates = CertificateFactory.getInstance("X.509");
        Matcher pem = CERTIFICATE.matcher(Files.readString(Path.of(arguments[0])));
        while (pem.find()) {
            byte[] text = pem.group().getBytes(StandardCharsets.US_ASCII);
            store.setCertificateEntry(
                    "rds-" + store.size(), certificates.generateCertificate(new ByteArrayInputStream(text)));
        }
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[1]))) {
            store.store(out, new char[0]);
        }
    }
}
