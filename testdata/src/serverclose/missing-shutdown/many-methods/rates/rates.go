// Package rates tells what a currency is worth.
package rates

import (
	"context"
	"time"

	"google.golang.org/grpc"
)

// Register registers the service.
func Register(srv *grpc.Server, delay time.Duration) {
	register(srv, &service{delay: delay, clock: clock{}})
}

func register(s grpc.ServiceRegistrar, srv any) { s.RegisterService(&desc, srv) }

var desc = grpc.ServiceDesc{ServiceName: "rates.Rates"}

type Request struct{ Amount int }

type Rate struct{ At time.Time }

type clock struct{}

func (clock) Now() time.Time { return time.Now() }

type source interface{ Now() time.Time }

type service struct {
	delay time.Duration
	clock source
}

func (s *service) rate() (*Rate, error) {
	time.Sleep(s.delay)
	return &Rate{At: s.clock.Now()}, nil
}

func (s *service) AED(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) AUD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) BDT(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) BGN(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) BRL(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) CAD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) CHF(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) CLP(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) CNY(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) COP(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) CZK(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) DKK(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) DZD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) EGP(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) ETB(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) EUR(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) FJD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) GBP(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) GEL(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) GHS(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) HKD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) HUF(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) IDR(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) ILS(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) INR(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) ISK(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) JMD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) JOD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) JPY(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) KES(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) KRW(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) KWD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) KZT(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) LAK(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) LBP(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) LKR(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) MAD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) MDL(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) MKD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) MMK(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) MUR(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) MXN(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) MYR(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) NGN(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) NOK(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) NPR(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) NZD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) OMR(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) PAB(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) PEN(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) PGK(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) PHP(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) PKR(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) PLN(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) PYG(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) QAR(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) RON(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) RSD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) RUB(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) RWF(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) SAR(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) SCR(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) SEK(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) SGD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) THB(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) TND(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) TOP(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) TRY(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) TTD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) TWD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) TZS(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) UAH(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) UGX(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) USD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) UYU(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) UZS(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) VND(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) VUV(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) WST(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) XAF(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) XOF(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) XPF(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) YER(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) ZAR(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) ZMW(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) ALL(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) AMD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) ANG(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) AOA(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) ARS(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) AWG(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) AZN(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) BAM(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) BBD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) BHD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) BIF(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) BMD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) BND(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) BOB(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) BSD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) BTN(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) BWP(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) BYN(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) BZD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) CDF(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) CRC(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) CUP(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) CVE(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) DJF(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) DOP(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) ERN(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) FKP(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) GIP(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) GMD(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
func (s *service) GNF(ctx context.Context, r *Request) (*Rate, error) { return s.rate() }
