package io.noticepress.intake;

import java.util.regex.Pattern;

/** How documents say what they always say: days, adoptions, annexes, closings. */
final class Idioms {
    static final String DAY =
            "(?:\\d{4}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日|[二一][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|\\d{4}-\\d{2}-\\d{2})";

    /** A line that begins an annex: 附件, 附件2, 附件：任务分解表. */
    static final Pattern ANNEX = Pattern.compile("附\\s*件\\s*[0-9０-９一二三四五六七八九十]{0,3}\\s*[：:]?(?:\\s*[^\\s。；].{0,40})?");

    /** By whom and when a decision was adopted, below its title. */
    static final Pattern ADOPTED = Pattern.compile("[（(](?<day>" + DAY + ").*(?:通过|批准|公布)[）)]");

    private Idioms() {}
}
