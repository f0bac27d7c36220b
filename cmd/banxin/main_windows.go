package main

import (
	"os"
	"syscall"
)

// getenv is os.Getenv, with the language of the user's desktop as LANG where nothing says another: Windows sets none.
func getenv(name string) string {
	value := os.Getenv(name)
	if value == "" && name == "LANG" {
		return desktopLocale()
	}
	return value
}

// desktopLocale asks GetUserDefaultUILanguage. The lower ten bits of a LANGID are the language, 4 is LANG_CHINESE (winnt.h).
func desktopLocale() string {
	proc := syscall.NewLazyDLL("kernel32.dll").NewProc("GetUserDefaultUILanguage")
	if proc.Find() != nil {
		return ""
	}
	if id, _, _ := proc.Call(); id&0x3FF == 4 {
		return "zh_CN"
	}
	return "en"
}
