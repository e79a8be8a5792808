import groovy.json.JsonSlurper

def log = new File(basedir, 'build.log').getText('UTF-8').replace('\r\n', '\n')
def written = []
new File(basedir, 'target').eachFileRecurse(groovy.io.FileType.FILES) { written << it.name }

// Only the report is written.
assert written == ['report.json']
assert new File(basedir, 'target').list() as List == ['noticepress']
assert basedir.list().sort() ==
        ['.mvn', 'build.log', 'content', 'invoker.properties', 'pom.xml', 'target', 'verify.groovy']

// A warning is reported and does not fail the run.
assert log.contains('''\
[WARNING] content/notices/2030/opening-hours.zh.md:6:12: warning: published 2030-05-07 is before issued 2030-05-08 [date-order]
    6 | published: 2030-05-07
      |            ^^^^^^^^^^
  mend: check the original document and correct one of the two
''')
assert log =~ /\[INFO\] 2 notices in 4 editions: no errors; \d+\.\d s\n/

def report = new JsonSlurper().parse(new File(basedir, 'target/noticepress/report.json'), 'UTF-8')
assert report.keySet() as List ==
        ['problems', 'notices', 'editions', 'pages', 'rendered', 'kept', 'removed', 'millis']
assert report.problems == [[
    severity: 'warning',
    code: 'date-order',
    file: 'content/notices/2030/opening-hours.zh.md',
    line: 6,
    column: 12,
    message: 'published 2030-05-07 is before issued 2030-05-08',
    mend: 'check the original document and correct one of the two',
]]
assert [report.notices, report.editions, report.pages, report.rendered, report.kept, report.removed] == [2, 4, 0, 0, 0, 0]
