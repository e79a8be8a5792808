package io.noticepress.importer.account;

import io.noticepress.problem.Message;
import java.util.Locale;

/** What an import did with a character of the source: kept, normalised or dropped it, and why. */
public enum Disposition {
    /** Not assigned yet. */
    OPEN("", "未处理", "not accounted for"),
    KEPT("kept", "照录", "stands in the draft as it is"),

    NUMBER_FORM("normalised", "字号的括号、空格改为规范形式", "brackets and blanks of the document number mended"),
    DATE_FORM("normalised", "日期改写成 yyyy-MM-dd", "a date, written yyyy-MM-dd in the draft"),
    ISSUER_KEY("normalised", "发文机关写成 issuers.yaml 中的键", "the name of an issuer, written as its key"),
    SEPARATOR("normalised", "名单中的分隔号和句末标点，改为列表", "what separates or ends a list of names"),
    LABEL("normalised", "标签，改为字段", "a label such as 抄送：, written as a field"),
    NOTE_BRACKETS("normalised", "附注的括号", "the brackets of the note"),
    SIGNATURE("normalised", "署名与发文机关相同，由网站生成", "the signature, which the site draws from the issuers"),
    LINE_WRAP("normalised", "折行、分页处接续", "a line break within a paragraph, joined"),
    PARAGRAPH_BREAK("normalised", "换行，改为段落之间的空行", "a line break between paragraphs, set as a blank line"),
    BLANK("normalised", "制表符、不换行空格改为空格", "a tab or no-break blank, set as a blank"),
    RADICAL("normalised", "部首字符改为同形汉字", "a radical, set as the character it looks like"),
    CELL_BREAK("normalised", "单元格内外的换行和制表符", "tabs and breaks of a table"),

    BYTE_ORDER_MARK("dropped", "字节顺序标记", "the byte order mark"),
    HIDDEN_CHARACTER("dropped", "看不见的字符", "a character that cannot be seen"),
    LINE_EDGE("dropped", "行首缩进、行尾空格", "blanks at the edges of a line"),
    STRAY_SPACE("dropped", "汉字之间多余的空格", "a stray blank between Chinese characters"),
    SPACING("dropped", "为排开文字而设的空格", "a blank that only keeps letters at their distance"),
    FORM_FEED("dropped", "换页符", "a form feed"),
    WEB_PAGE("dropped", "网页上的导航、按钮、信息栏", "navigation, buttons and particulars of a web page"),
    PAGE_NUMBER("dropped", "页码", "a page number"),
    STRAY_LINK("dropped", "混入正文的网址", "a web address that strayed into the text"),
    COPY_NUMBER("dropped", "份号，没有对应字段", "the copy number, for which there is no field"),
    URGENCY("dropped", "紧急程度，没有对应字段，已记在注释里", "the urgency, for which there is no field; see the comment"),
    ISSUE_NUMBER("dropped", "期号，没有对应字段，已记在注释里", "the number of an issue, for which there is no field; see the comment"),
    SIGNER("dropped", "签发人，没有对应字段，已记在注释里", "who authorised it, for which there is no field; see the comment"),
    KEYWORDS("dropped", "主题词，2012 年起不再使用", "subject words, obsolete since 2012"),
    PRINT_RUN("dropped", "印数", "how many copies were printed"),
    RULE("dropped", "分隔线", "a line drawn with characters"),
    LEFT_OUT("dropped", "不属于正文", "no part of the text"),
    DELETED("dropped", "修订中已删除的文字", "words deleted in a revision"),
    MOVED("dropped", "修订中移走的文字（在新位置照录）", "words moved away in a revision; they stand at their new place"),
    COMMENT("dropped", "批注", "a comment"),
    PAGE_EDGE("dropped", "页眉、页脚", "a running head or foot"),
    FIELD_CODE("dropped", "域代码", "the code of a field"),
    SECOND_COPY("dropped", "为旧版 Word 保留的副本", "a second copy kept for older versions of Word"),
    HIDDEN_TEXT("dropped", "隐藏文字", "text that is hidden"),
    OVERPRINT("dropped", "重叠印刷的字（仿粗体）", "a letter printed twice to look bold");

    private final String group;
    private final Message meaning;

    Disposition(String group, String zh, String en) {
        this.group = group;
        this.meaning = new Message(zh, en);
    }

    /** {@code kept}, {@code normalised} or {@code dropped}. */
    String group() {
        return group;
    }

    Message meaning() {
        return meaning;
    }

    /** Name in accounts and transcripts: {@code line-wrap}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The disposition of text that was left out for a reason such as {@code hidden-text}; {@code LEFT_OUT} if the reason is unknown. */
    public static Disposition of(String code) {
        for (Disposition disposition : values()) {
            if (disposition.code().equals(code)) {
                return disposition;
            }
        }
        return LEFT_OUT;
    }
}
