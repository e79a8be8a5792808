package io.noticepress.importer.clean;

import java.util.regex.Pattern;

/** Patterns of formulas that official documents share: adoption notes, labels of annexes, names of bodies and officers. */
public final class DocumentPatterns {
    private static final String ANNEX_ZH = "附\\s*件\\s*[0-9０-９一二三四五六七八九十]{0,3}\\s*[：:]?";
    private static final String ANNEX_EN = "(?:Annex|Appendix|Attachment)\\s*(?:[0-9]{1,2}|[IVX]{1,4}|[A-Z])?";

    /** The first line of an annex: 附件, 附件2, 附件：任务分解表, Annex 1. */
    public static final Pattern ANNEX_LABEL =
            Pattern.compile(ANNEX_ZH + "(?:\\s*[^\\s。；].{0,60})?|(?:" + ANNEX_EN + ")(?:[.:]?\\s.{0,80}|[.:])?");

    /** The first line of an annex without its title: 附件2, Annex 1. */
    public static final Pattern BARE_ANNEX_LABEL = Pattern.compile(ANNEX_ZH + "|" + ANNEX_EN + "[.:]?");

    /** Who adopted a decision and when, below its title: （2031年4月15日示例省第五次代表大会通过）. */
    public static final Pattern ADOPTION_NOTE =
            Pattern.compile("[（(](?<day>" + DateParser.DATE_REGEX + ").*(?:通过|批准|公布)[）)]");

    private static final Pattern BODY_NAME =
            Pattern.compile(".*(?:会|委|局|部|厅|院|处|室|府|中心|馆|所|校|大学|中学|小学|公司|组|社|团|署|行|站|办|联|协|司|庭|队|集团|基地|银行|报社|党委)");
    private static final Pattern OFFICER_NAME = Pattern.compile(
            ".*(?:长|主席|主任|书记|总理|代表)[：:\\s\\u3000].*"
                    + "|(?:(?:Vice|Deputy) )?(?:Mayor|Governor|Minister|Director|President|Chair\\w*|Secretary[\\w-]*|Commissioner)\\b.*");

    private DocumentPatterns() {}

    /** Whether a text may be the name of a body, judged by its last characters: 示例省教育厅. */
    public static boolean isBodyName(String name) {
        return BODY_NAME.matcher(name.strip()).matches();
    }

    /** Whether a text names the holder of an office: 市长　示范. */
    public static boolean isOfficerName(String name) {
        return OFFICER_NAME.matcher(name).matches();
    }

    /** A text without blanks, for comparing: 示范市 for 示　范　市. */
    public static String withoutBlanks(String text) {
        return text.replaceAll("[\\s\\u3000]+", "");
    }

    /** Whether a text contains a Chinese character. */
    public static boolean hasHan(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }
}
