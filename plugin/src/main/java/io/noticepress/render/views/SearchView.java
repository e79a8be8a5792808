package io.noticepress.render.views;

/**
 * The search page. Named {@code search} in templates.
 *
 * @param script address of the page's script, a JavaScript module
 * @param engine address of the module that reads the index; the script imports it
 * @param index the root of the language's index, in base64
 */
public record SearchView(String script, String engine, String index) {}
