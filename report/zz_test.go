package report
import ("testing";"fmt")
func TestZZ(t *testing.T){ fmt.Println(string(Schema())) 
 a,ps:=Decode([]byte("{\"agency\":\"x\",\"year\":2022,\"yaer\":1,\"applications\":{\"new\":{\"person\":1.5,\"自然人\":3,\"business\":\"/\"}}, \"date\":\"2023-1-1\"}"),"f.json")
 fmt.Println(ps.Error()); fmt.Println(len(a.Check()), a.Check()[:5].Error())
}
