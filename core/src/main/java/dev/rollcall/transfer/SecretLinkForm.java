package dev.rollcall.transfer;

import dev.rollcall.InvalidInputException;
import dev.rollcall.rsvp.SecretLink;
import java.util.Optional;
import java.util.regex.Pattern;

final class SecretLinkForm implements Form<SecretLink> {

    private static final Pattern SUBJECT = Pattern.compile("(event|feed):[A-Za-z0-9._~-]{1,64}");

    @Override
    public Members write(SecretLink link) {
        return new MemberWriter()
                .with("subject", link.subject())
                .with("hash", link.hash())
                .end();
    }

    @Override
    public SecretLink read(Members members) {
        MemberReader in = new MemberReader(members);
        Optional<String> subject = in.required("subject", SecretLinkForm::subject);
        Optional<String> hash = in.hash();
        in.requireValid();
        return new SecretLink(subject.orElseThrow(), hash.orElseThrow());
    }

    private static String subject(String text) {
        if (!SUBJECT.matcher(text).matches()) {
            throw new InvalidInputException("must be event: or feed: and an id");
        }
        return text;
    }
}
