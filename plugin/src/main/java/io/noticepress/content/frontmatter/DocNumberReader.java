package io.noticepress.content.frontmatter;

import io.noticepress.model.DocumentNumber;
import io.noticepress.problem.Message;
import io.noticepress.problem.ProblemCode;
import io.noticepress.problem.Problems;
import io.noticepress.yaml.Scalar;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads document numbers (发文字号) such as 示例发〔2030〕6号, and proposes the right form of a wrong one. */
final class DocNumberReader {
    private static final String OPEN = "[〔\\[［【（(﹝〈❲„《<｛{]";
    private static final String CLOSE = "[〕\\]］】）)﹞〉❳‟》>｝}]";
    private static final Pattern BRACKETED =
            Pattern.compile("(\\p{IsHan}{1,24})" + OPEN + "?(\\d{4})年?" + CLOSE + "?[-—]?第?0*([1-9]\\d{0,4})号?");
    private static final Pattern SERIAL = Pattern.compile("(.*第)0*([1-9]\\d{0,4})号?");

    private final StringPool stringPool;
    private final Problems problems;

    DocNumberReader(StringPool stringPool, Problems problems) {
        this.stringPool = stringPool;
        this.problems = problems;
    }

    /** The number of an original. Its form is checked only if the original is Chinese. */
    Optional<DocumentNumber> read(Scalar value, boolean chinese) {
        if (!chinese) {
            return Optional.of(DocumentNumber.ofFreeText(value.text()));
        }
        Optional<DocumentNumber> number = DocumentNumber.parse(value.text());
        if (number.isEmpty()) {
            problems.add(
                    ProblemCode.INVALID_NUMBER,
                    value.at(),
                    value.width(),
                    Message.of("“{0}”不是发文字号", "\"{0}\" is not a document number", value.text()),
                    repair(value.text())
                            .map(form -> Message.of("写成 {0}", "write {0}", form))
                            .orElse(Message.of(
                                    "写成如“示例发〔2030〕6号”的字号；没有就删去这一行",
                                    "write a number such as 示例发〔2030〕6号, or delete the line if there is none")));
        }
        return number.map(this::interned);
    }

    private DocumentNumber interned(DocumentNumber number) {
        boolean isCanonical = number.printed().equals(number.canonical());
        return new DocumentNumber(
                number.printed(),
                isCanonical ? number.printed() : number.canonical(),
                stringPool.intern(number.code()),
                number.year(),
                number.serial());
    }

    /** The right form of a wrong number: 示例发〔2030〕6号 for 示例发〔2030〕06号, 示例发[2030]第6号 and 示例发2030-6. */
    private static Optional<String> repair(String text) {
        String compact = text.replaceAll("[\\s\\u3000]+", "");
        Matcher bracketed = BRACKETED.matcher(compact);
        if (bracketed.matches()) {
            return DocumentNumber.parse(bracketed.group(1) + "〔" + bracketed.group(2) + "〕" + bracketed.group(3) + "号")
                    .map(DocumentNumber::canonical);
        }
        Matcher serial = SERIAL.matcher(compact);
        return serial.matches()
                ? DocumentNumber.parse(serial.group(1) + serial.group(2) + "号").map(DocumentNumber::canonical)
                : Optional.empty();
    }
}
