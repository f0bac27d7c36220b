package compiler_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"

	"github.com/banxin-go/banxin/compiler"
	"github.com/banxin-go/banxin/fonts/bundled"
	"github.com/banxin-go/banxin/report"
)

// A report in JSON becomes two files. Compile's errors are report.Problems.
func ExampleCompile() {
	data, _ := os.ReadFile("../testdata/reports/city-2024.json")
	annual, problems := report.Decode(data, "city-2024.json")
	if problems.HasErrors() {
		fmt.Println(problems.Message("zh"))
		return
	}
	set, _ := bundled.Set() // load once, share between goroutines
	out, err := compiler.Compile(context.Background(), annual, &compiler.Options{Fonts: set})
	if err != nil {
		fmt.Println(err)
		return
	}
	var pdf, docx bytes.Buffer // files, or http.ResponseWriter
	if err := errors.Join(out.WritePDF(&pdf, nil), out.WriteDOCX(&docx, nil)); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.4s %.2s\n", pdf.Bytes(), docx.Bytes())
	fmt.Println(out.Pages.Title, out.Pages.Count, "页")
	for _, mark := range out.Pages.Outline {
		if mark.Level == 1 {
			fmt.Println(mark.Title)
		}
	}
	// Output:
	// %PDF PK
	// 云州市人民政府2024年政府信息公开工作年度报告 6 页
	// 一、总体情况
	// 二、主动公开政府信息情况
	// 三、收到和处理政府信息公开申请情况
	// 四、政府信息公开行政复议、行政诉讼情况
	// 五、存在的主要问题及改进情况
	// 六、其他需要报告的事项
}

// What is wrong comes back all at once, each problem with its path, its code, and words in Chinese and English.
func ExampleCompile_problems() {
	set, _ := bundled.Set()
	_, err := compiler.Compile(context.Background(), &report.Annual{Agency: "云州市统计局", Year: 2023}, &compiler.Options{Fonts: set})
	var problems report.Problems
	if errors.As(err, &problems) {
		for _, p := range problems {
			fmt.Println(p.Path, p.Code, p.Text("zh"))
		}
	}
	// Output:
	// overview section.empty 没有内容
	// disclosure count.blank 没有填写；没有发生的应填 0
	// applications count.blank 没有填写；没有发生的应填 0
	// reviews count.blank 没有填写；没有发生的应填 0
	// problems section.empty 没有内容
	// other section.empty 没有内容
}

// A server compiles within the request and stops when its client has gone. The file is written when it is known to be whole.
func ExampleOutput_WritePDF() {
	set, _ := bundled.Set() // once, for all requests
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		annual, problems := report.Decode(data, "")
		var out *compiler.Output
		if !problems.HasErrors() {
			out, err = compiler.Compile(r.Context(), annual, &compiler.Options{Fonts: set})
			errors.As(err, &problems)
		}
		var pdf bytes.Buffer
		switch {
		case problems.HasErrors():
			w.WriteHeader(http.StatusUnprocessableEntity)
			json.NewEncoder(w).Encode(problems) // path, code, line, column, and both languages
		case err != nil || out.WritePDF(&pdf, nil) != nil:
			http.Error(w, "not built", http.StatusInternalServerError)
		default:
			w.Header().Set("Content-Type", "application/pdf")
			io.Copy(w, &pdf)
		}
	})
	good, _ := os.Open("../testdata/reports/erqi-2022.json")
	defer good.Close()
	for _, body := range []io.Reader{good, strings.NewReader(`{"yaer": 2022}`)} {
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, httptest.NewRequest("POST", "/report.pdf", body))
		fmt.Printf("%d %.37s\n", answer.Code, strings.TrimSpace(strings.SplitN(answer.Body.String(), "\n", 2)[0]))
	}
	// Output:
	// 200 %PDF-1.7
	// 422 [{"path":"yaer","code":"json.similar"
}

// The DOCX carries its report. What has been changed in it by hand is told of with its place; the report itself comes back.
func ExampleOutput_Verify() {
	data, _ := os.ReadFile("../testdata/reports/erqi-2022.json")
	annual, _ := report.Decode(data, "erqi-2022.json")
	set, _ := bundled.Set()
	out, _ := compiler.Compile(context.Background(), annual, &compiler.Options{Fonts: set, Data: data})
	var docx bytes.Buffer
	if err := out.WriteDOCX(&docx, nil); err != nil {
		fmt.Println(err)
		return
	}
	carried, err := compiler.Extract(docx.Bytes())
	fmt.Println(bytes.Equal(carried, data), err)

	annual.Disclosure.Permits = report.N(3) // the data behind the file are changed: the file shows 0
	changed, _ := compiler.Compile(context.Background(), annual, &compiler.Options{Fonts: set})
	differences, err := changed.Verify(docx.Bytes())
	fmt.Println(differences.Message("zh"), err)
	// Output:
	// true <nil>
	// 二、主动公开政府信息情况›行政许可：表格第 7 行第 2 列：数据为“3”，文件中为“0”
	// 文件的正文在生成之后没有改动，改动的是附带的数据 <nil>
}
