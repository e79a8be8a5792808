package io.noticepress.content;

import io.noticepress.problem.Mistake;
import io.noticepress.problem.Phrase;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Scalar;
import java.util.regex.Pattern;

/** Marks of secrecy (GB/T 9704-2012, 7.2.2): 机密★10年. A document that bears one must not be here at all. */
final class SecretMark {
    private static final Pattern MARK = Pattern.compile(
            "[\\s【\\[（(]*(?:绝\\s*密|机\\s*密|秘\\s*密|top\\s+secret|secret|confidential)"
                    + "\\s*(?:[★☆*]\\s*(?:\\S{1,6}\\s*[年月日天]|长\\s*期|\\d+\\s*(?:years?|months?|days?)|long[- ]term)?)?[\\s】\\]）)]*",
            Pattern.CASE_INSENSITIVE);

    private SecretMark() {}

    /** Whether a text is a mark and nothing else; never the word within prose. */
    static boolean is(String text) {
        return text.length() <= 40 && MARK.matcher(text).matches();
    }

    static void check(Scalar value, Problems problems) {
        if (value.text().lines().anyMatch(SecretMark::is)) {
            problems.add(
                    Mistake.SECRET_NOTICE,
                    value.at(),
                    value.width(),
                    Phrase.of(
                            "这里有密级标志“{0}”，涉密文件不得上网",
                            "\"{0}\" is a mark of secrecy: such a document must not be published", value.text()),
                    Phrase.of("撤下整个通知；确已解密的，删去标志", "take the notice away, or delete the mark if it is declassified"));
        }
    }
}
