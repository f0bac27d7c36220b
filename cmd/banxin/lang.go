package main

import "strings"

// language is that of the messages: what --lang says, else that of the locale. It is needed before the flags are read, for
// the messages about them.
func language(args []string, getenv func(string) string) string {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		name, value, given := strings.Cut(arg, "=")
		if name != "--lang" && name != "-lang" {
			continue
		}
		if !given && i+1 < len(args) {
			value = args[i+1]
		}
		if value == "zh" || value == "en" {
			return value
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} { // the order of POSIX, XBD 8.2
		if locale := getenv(name); locale != "" {
			return languageOf(locale)
		}
	}
	return "en"
}

// languageOf reads a locale such as zh_CN.UTF-8.
func languageOf(locale string) string {
	if strings.HasPrefix(strings.ToLower(locale), "zh") {
		return "zh"
	}
	return "en"
}
