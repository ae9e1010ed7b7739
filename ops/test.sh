# Sourced by ops/registry: the command test.

# Adds up the reports of all modules into one closing line; fails when a test failed or none ran.
closing_line() {
  find "$root" -path '*/target/surefire-reports/TEST-*.xml' -print0 | xargs -0 -r grep -hoE '<testsuite [^>]*>' | awk '
    function count(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0 }
    { tests += count("tests"); failed += count("failures") + count("errors"); skipped += count("skipped") }
    END { printf "%d passed, %d failed, %d skipped\n", tests - failed - skipped, failed, skipped; exit tests == 0 || failed > 0 }'
}

run_tests() {
  local excluded=slow
  case "${1:-}" in
    "") ;;
    --all) excluded=none ;;
    *) die "test takes --all or nothing, not '$1'" ;;
  esac
  require_browser
  refuse_while_running "a system started from this checkout runs, and the tests rebuild what it runs from"
  find "$root" -path '*/target/surefire-reports' -type d -prune -exec rm -rf {} +
  rm -f "$target/built"
  mkdir -p "$target"
  local exit=0 log=$target/test.log
  # A failed test does not keep its module from being packaged: the whole-system tests need every module's jar, and would all fail for the one.
  (cd "$root" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 mvn -B -ntp -Dstyle.color=never -fae verify -Dmaven.test.failure.ignore=true "-Dtest.excludedGroups=$excluded" </dev/null) \
    | tee "$log" || exit=$?
  if grep -qE '^\[(ERROR|WARNING)\].*(There are test failures|There was a timeout or other error in the fork|The forked VM terminated)' "$log"; then exit=1; fi
  if [ "$exit" = 0 ]; then sources_hash >"$target/built"; else say "the tests ended with exit code $exit; what is above says why (log: $log)"; fi
  closing_line || exit=1
  exit "$exit"
}
